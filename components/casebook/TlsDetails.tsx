import { useTranslation } from 'react-i18next';
import type { CertificateRecord, TlsFacts } from '@/utils/domain/network';
import { HashText } from '../ui/HashText';
import { HostileText } from '../ui/HostileText';
import { useFormat } from '../ui/use-format';
import { useNames } from '../ui/use-names';
import classes from './casebook.module.css';
import { FactList } from './FactList';

/** The encrypted connection in one line, and the certificates behind it, closed at first. */
export function TlsDetails({ tls }: { readonly tls: TlsFacts }) {
  const { t } = useTranslation();
  const { code } = useNames();
  const known = [tls.version, tls.cipher].filter((word) => word !== null).join(' · ');
  return (
    <>
      {known !== '' && (
        <>
          <HostileText text={known} />
          {' · '}
        </>
      )}
      {t('view.tlsState', { state: code('connection', tls.state) })}
      {tls.certificates.map((certificate) => (
        <details key={certificate.sha256} className={classes.certificate} data-testid="certificate">
          <summary>
            <HostileText text={certificate.subject} />
          </summary>
          <CertificateFacts certificate={certificate} />
        </details>
      ))}
    </>
  );
}

function CertificateFacts({ certificate }: { readonly certificate: CertificateRecord }) {
  const { t } = useTranslation();
  const { timestamp } = useFormat();
  const { issuer, serialNumber, validFrom, validUntil, sha256 } = certificate;
  return (
    <FactList
      facts={[
        [t('view.issuer'), <HostileText key="issuer" text={issuer} />],
        [t('view.serialNumber'), <HostileText key="serial" text={serialNumber} />],
        [t('view.validity'), `${timestamp(validFrom)} – ${timestamp(validUntil)}`],
        ['SHA-256', <HashText key="sha256" sha256={sha256} />],
      ]}
    />
  );
}
