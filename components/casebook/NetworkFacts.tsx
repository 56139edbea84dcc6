import { useTranslation } from 'react-i18next';
import type { NetworkFacts as Facts, Obtained } from '@/utils/domain/network';
import { StepReason } from '../capture/FailedSteps';
import { DefangedUrl } from '../ui/DefangedUrl';
import { defangUrls } from '../ui/defang-url';
import { HostileText } from '../ui/HostileText';
import { keyed } from '../ui/keyed';
import { useFormat } from '../ui/use-format';
import classes from './casebook.module.css';
import { FactList } from './FactList';
import { TlsDetails } from './TlsDetails';

/** What the network said when a document was loaded, or why that is not known. */
export function NetworkFacts({ network }: { readonly network: Obtained<Facts> }) {
  const { t } = useTranslation();
  if (network.value === null) {
    return (
      <p>
        {t('view.noNetwork')}: <StepReason reason={network.reason} />
      </p>
    );
  }
  return <ResponseFacts facts={network.value} />;
}

function ResponseFacts({ facts }: { readonly facts: Facts }) {
  const { t } = useTranslation();
  const { timestamp, duration } = useFormat();
  const { clockDifferenceMs, protocol, proxied, tls } = facts;
  return (
    <FactList
      facts={[
        [t('view.requestedUrl'), <DefangedUrl key="url" url={facts.requestedUrl} />],
        [
          t('view.redirects'),
          facts.redirects.length === 0 ? (
            t('view.no')
          ) : (
            <ol key="redirects" className={classes.plainList}>
              {facts.redirects.map(({ url, status, location }) => (
                <li key={`${url} ${location}`}>
                  {status} <DefangedUrl url={url} /> → <DefangedUrl url={location} />
                </li>
              ))}
            </ol>
          ),
        ],
        [t('view.status'), <HostileText key="status" text={facts.statusLine} />],
        [
          t('view.protocol'),
          protocol.value === null ? (
            <StepReason key="protocol" reason={protocol.reason} />
          ) : (
            <HostileText key="protocol" text={protocol.value} />
          ),
        ],
        [t('view.serverAddress'), <ServerAddress key="address" facts={facts} />],
        [
          t('view.proxied'),
          proxied.value === null ? (
            <StepReason key="proxied" reason={proxied.reason} />
          ) : (
            t(proxied.value ? 'view.yes' : 'view.no')
          ),
        ],
        [
          t('view.tls'),
          tls.value === null ? (
            <StepReason key="tls" reason={tls.reason} />
          ) : (
            <TlsDetails key="tls" tls={tls.value} />
          ),
        ],
        [t('view.fromCache'), facts.fromCache ? t('view.yes') : t('view.no')],
        [t('view.respondedAt'), timestamp(facts.respondedAt)],
        [
          t('view.clockDifference'),
          clockDifferenceMs.value === null ? (
            <StepReason key="clock" reason={clockDifferenceMs.reason} />
          ) : (
            duration(clockDifferenceMs.value)
          ),
        ],
        [
          t('view.headers'),
          <ul key="headers" className={classes.plainList}>
            {keyed(facts.headers, ({ name }) => name).map(({ key, item: { name, value } }) => (
              <li key={key} className="osmotr-mono">
                <HostileText text={`${name}: ${defangUrls(value)}`} />
              </li>
            ))}
          </ul>,
        ],
      ]}
    />
  );
}

/** An address is the other end of the connection: where the browser keeps proxies to itself, that is said beside it. */
function ServerAddress({ facts: { serverAddress, proxied } }: { readonly facts: Facts }) {
  const { t } = useTranslation();
  if (serverAddress.value === null) return <StepReason reason={serverAddress.reason} />;
  return (
    <>
      <HostileText text={serverAddress.value} limit={80} />
      {proxied.value === null && <div className="osmotr-muted">{t('view.addressNote')}</div>}
    </>
  );
}
