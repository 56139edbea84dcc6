import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import { HostileText } from '../ui/HostileText';
import { useFormat } from '../ui/use-format';
import { useGrowingList } from '../ui/use-growing-list';
import classes from './casebook.module.css';
import { routeHref } from './route';
import { StateBadge } from './StateBadge';
import { WatchBadge } from './WatchBadge';

interface Props {
  readonly captures: readonly Capture[];
  readonly isInbox: boolean;
  readonly renderThumbnail: (capture: Capture) => ReactNode;
}

/** The captures of a case, newest first; what to do first if there are none. */
export function CaptureList({ captures, isInbox, renderThumbnail }: Props) {
  const { t } = useTranslation();
  const { shown, end } = useGrowingList(captures.length);
  if (captures.length === 0) {
    return <p className="osmotr-muted">{isInbox ? t('casebook.noInbox') : t('casebook.noCaptures')}</p>;
  }
  return (
    <>
      <ul className={classes.captures}>
        {captures.slice(0, shown).map((capture) => (
          <CaptureRow key={capture.id} capture={capture} thumbnail={renderThumbnail(capture)} />
        ))}
      </ul>
      <div ref={end} />
    </>
  );
}

function CaptureRow({ capture, thumbnail }: { readonly capture: Capture; readonly thumbnail: ReactNode }) {
  const { t } = useTranslation();
  const { number, bytes, timestamp } = useFormat();
  return (
    <li>
      <a
        href={routeHref({ view: 'capture', id: capture.id })}
        className={classes.captureRow}
        data-testid="capture-row"
        data-capture={capture.id}
      >
        <span className={classes.captureNumber}>{number(capture.number)}</span>
        {thumbnail}
        <span className="osmotr-break">
          <strong>
            <HostileText text={capture.host} limit={80} brief />
          </strong>
          <span className={classes.captureTitle}>
            <HostileText text={capture.title} limit={120} brief />
          </span>
        </span>
        <span className={classes.captureFacts}>
          <span>{timestamp(capture.startedAt)}</span>
          <strong>{t('capture.indicators', { count: capture.indicatorCount })}</strong>
        </span>
        <span className={classes.captureFacts}>
          <StateBadge complete={capture.complete} />
          <span>
            <WatchBadge watched={capture.watched} />
          </span>
          <span className="osmotr-muted">{bytes(capture.bytes)}</span>
        </span>
      </a>
    </li>
  );
}
