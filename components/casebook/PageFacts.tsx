import { useTranslation } from 'react-i18next';
import type { CaptureManifest } from '@/utils/domain/capture';
import { DefangedUrl } from '../ui/DefangedUrl';
import { HashText } from '../ui/HashText';
import { HostileText } from '../ui/HostileText';
import { useFormat } from '../ui/use-format';
import { useNames } from '../ui/use-names';
import classes from './casebook.module.css';
import { FactList } from './FactList';
import { NetworkFacts } from './NetworkFacts';

/** What `capture.json` says of the page, its window, the network, the time and the software. */
export function PageFacts({ manifest }: { readonly manifest: CaptureManifest }) {
  const { t } = useTranslation();
  return (
    <div className={classes.sections}>
      <section>
        <h2>{t('casebook.page')}</h2>
        <DocumentFacts manifest={manifest} />
      </section>
      <section>
        <h2>{t('view.network')}</h2>
        <NetworkFacts network={manifest.network} />
      </section>
      <section>
        <h2>{t('casebook.time')}</h2>
        <TimeFacts manifest={manifest} />
      </section>
    </div>
  );
}

function DocumentFacts({ manifest: { page, frames, viewport } }: { readonly manifest: CaptureManifest }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const words = (text: string) => text && <HostileText text={text} />;
  return (
    <FactList
      facts={[
        [t('view.url'), <DefangedUrl key="url" url={page.url} />],
        [t('view.title'), words(page.title)],
        [t('view.language'), words(page.language)],
        [t('view.charset'), words(page.charset)],
        [t('view.contentType'), words(page.contentType)],
        [t('view.referrer'), page.referrer && <DefangedUrl url={page.referrer} />],
        [
          t('view.frames'),
          <ul key="frames" className={classes.plainList}>
            {frames.map(({ path, url, network }) => (
              <li key={path}>
                <DefangedUrl url={url} />
                {network && (
                  <details data-testid="frame-network">
                    <summary>{t('view.network')}</summary>
                    <NetworkFacts network={network} />
                  </details>
                )}
              </li>
            ))}
          </ul>,
        ],
        [
          t('view.viewport'),
          viewport &&
            t('view.viewportSize', {
              width: viewport.width,
              height: viewport.height,
              ratio: viewport.devicePixelRatio,
            }),
        ],
        [t('view.pageSize'), viewport && `${number(viewport.pageWidth)} × ${number(viewport.pageHeight)}`],
        [t('view.zoomFactor'), viewport?.zoom ? `${number(viewport.zoom * 100)} %` : null],
      ]}
    />
  );
}

function TimeFacts({ manifest }: { readonly manifest: CaptureManifest }) {
  const { t } = useTranslation();
  const { timestamp, duration } = useFormat();
  const { time, trigger, operator, software } = manifest;
  const names = useNames();
  const official = operator && [operator.position, operator.rank, operator.name, operator.unit];
  return (
    <FactList
      facts={[
        [t('view.started'), timestamp(time.started)],
        [t('view.finished'), timestamp(time.finished)],
        [t('view.duration'), duration(time.durationMs)],
        [t('view.timeZone'), <HostileText key="zone" text={time.timeZone} limit={80} />],
        [t('view.trigger'), names.code('trigger', trigger)],
        [t('view.operator'), official && <HostileText text={official.filter(Boolean).join(', ')} />],
        [t('view.software'), <HostileText key="software" text={`${software.name} ${software.version}`} />],
        [t('view.build'), <HashText key="build" sha256={software.build} />],
        [t('view.browser'), <HostileText key="browser" text={software.browser} />],
        [t('view.os'), <HostileText key="os" text={software.os} />],
      ]}
    />
  );
}
