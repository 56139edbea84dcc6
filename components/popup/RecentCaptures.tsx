import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import { CaptureThumbnail } from '../ui/CaptureThumbnail';
import { HostileText } from '../ui/HostileText';
import { useFormat } from '../ui/use-format';
import classes from './popup.module.css';

export interface RecentCapture {
  readonly capture: Capture;
  readonly thumbnail: Blob | null;
}

/** The last captures of the case; a sentence on what to do if there are none. */
export function RecentCaptures({ items }: { readonly items: readonly RecentCapture[] | undefined }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">{t('popup.recent')}</h2>
      {items?.length === 0 && <p className={classes.note}>{t('popup.recentEmpty')}</p>}
      <ul className={classes.recent}>
        {items?.map((item) => (
          <RecentRow key={item.capture.id} {...item} />
        ))}
      </ul>
    </section>
  );
}

function RecentRow({ capture, thumbnail }: RecentCapture) {
  const { t } = useTranslation();
  const { timestamp } = useFormat();
  return (
    <li data-testid="recent-capture">
      <CaptureThumbnail blob={thumbnail} host={capture.host} width={48} height={36} />
      <div className="osmotr-break">
        <div className={classes.recentHost}>
          <HostileText text={capture.host} limit={60} brief />
        </div>
        <div className="osmotr-muted">{timestamp(capture.startedAt)}</div>
        <div className="osmotr-muted">{t('capture.indicators', { count: capture.indicatorCount })}</div>
      </div>
    </li>
  );
}
