import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import { StateBadge } from '../casebook/StateBadge';
import { WatchBadge } from '../casebook/WatchBadge';
import { HostileText } from '../ui/HostileText';
import { useFormat } from '../ui/use-format';
import classes from './captures.module.css';
import { TagNames } from './TagNames';

export interface CaptureItemProps {
  readonly capture: Capture;
  /** Of the element, for `aria-activedescendant`. */
  readonly domId: string;
  /** Its place in the list, from 0. */
  readonly index: number;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly thumbnail: ReactNode;
}

const CELL = { role: 'gridcell' };

/** A capture as a row of the table. */
export function CaptureLine({ capture, domId, index, isActive, isChosen, thumbnail }: CaptureItemProps) {
  const { number, bytes, recordedDate, recordedTime } = useFormat();
  // The header is the first row.
  const row = { role: 'row', 'aria-rowindex': index + 2, 'aria-selected': isChosen };
  return (
    <div
      id={domId}
      {...row}
      className={classes.line}
      data-testid="capture-row"
      data-capture={capture.id}
      data-active={isActive}
      data-chosen={isChosen}
    >
      <span {...CELL}>
        <PickBox number={capture.number} isChosen={isChosen} />
      </span>
      <span {...CELL} className={classes.lineThumbnail}>
        {thumbnail}
      </span>
      <span {...CELL} className={classes.number}>
        {number(capture.number)}
      </span>
      <span {...CELL} className={classes.names}>
        <strong>
          <HostileText text={capture.host} limit={80} brief />
        </strong>
        <span>
          <HostileText text={capture.title} limit={120} brief />
        </span>
        <TagNames tags={capture.tags} />
      </span>
      <span {...CELL} className={classes.time}>
        {recordedDate(capture.startedAt)}
        <br />
        <span className="osmotr-muted">{recordedTime(capture.startedAt)}</span>
      </span>
      <span {...CELL} className={classes.amount}>
        {number(capture.indicatorCount)}
      </span>
      <span {...CELL} className={classes.size}>
        {bytes(capture.bytes)}
      </span>
      <span {...CELL} className={classes.state}>
        <StateBadge complete={capture.complete} brief />
        <WatchBadge watched={capture.watched} brief />
      </span>
    </div>
  );
}

/** Chooses a capture; out of the tab order, since the grid has keys for it. */
export function PickBox({ number, isChosen }: { readonly number: number; readonly isChosen: boolean }) {
  const { t } = useTranslation();
  return (
    <input
      type="checkbox"
      className={classes.box}
      tabIndex={-1}
      checked={isChosen}
      readOnly
      aria-label={t('captures.select', { number })}
      data-testid="capture-pick"
    />
  );
}
