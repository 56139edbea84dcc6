import { StateBadge } from '../casebook/StateBadge';
import { WatchBadge } from '../casebook/WatchBadge';
import { HostileText } from '../ui/HostileText';
import { useFormat } from '../ui/use-format';
import { type CaptureItemProps, PickBox } from './CaptureLine';
import classes from './captures.module.css';
import { TagNames } from './TagNames';

/** A capture as a picture of the gallery, with the least of words. */
export function CaptureCard({ capture, domId, isActive, isChosen, thumbnail }: CaptureItemProps) {
  const { number, recordedDate, recordedTime } = useFormat();
  const cell = { role: 'gridcell', 'aria-selected': isChosen };
  return (
    <div
      id={domId}
      {...cell}
      className={classes.card}
      data-testid="capture-row"
      data-capture={capture.id}
      data-active={isActive}
      data-chosen={isChosen}
    >
      <div className={classes.cardPicture}>
        {thumbnail}
        <PickBox number={capture.number} isChosen={isChosen} />
        <span className={classes.cardState}>
          {!capture.complete && <StateBadge complete={false} brief />}
          <WatchBadge watched={capture.watched} brief />
        </span>
      </div>
      <div className={classes.cardHost}>
        <span className="osmotr-muted">{number(capture.number)}</span>{' '}
        <strong>
          <HostileText text={capture.host} limit={60} brief />
        </strong>
      </div>
      <div className={classes.cardTitle}>
        <HostileText text={capture.title} limit={80} brief />
      </div>
      <div className={classes.cardFacts}>
        <span className="osmotr-muted">{`${recordedDate(capture.startedAt)} ${recordedTime(capture.startedAt)}`}</span>
        <TagNames tags={capture.tags} />
      </div>
    </div>
  );
}
