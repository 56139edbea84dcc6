import { useTranslation } from 'react-i18next';
import { routeHref } from '../casebook/route';
import { HostileText } from '../ui/HostileText';
import { LongList } from '../ui/LongList';
import { useFormat } from '../ui/use-format';
import { useNames } from '../ui/use-names';
import { offsetsOf, type TimeSpan } from './time-axis';
import type { TimePoint } from './time-points';
import classes from './timeline.module.css';

interface Props {
  readonly points: readonly TimePoint[];
  readonly span: TimeSpan;
}

const ITEM_HEIGHT = 27;
const idOf = ({ id }: TimePoint) => id;

/** What lies in the shown part of the axis, by day and hour: the axis in words. */
export function TimelineList({ points, span }: Props) {
  const { t } = useTranslation();
  const { number, recordedHour } = useFormat();
  const shown = points.filter(({ at }) => at >= span.from && at <= span.to);
  const hourOf = (point: TimePoint | undefined) => point && recordedHour(point.time);
  return (
    <>
      <p className={classes.note} data-testid="timeline-count" data-shown={shown.length}>
        {t('timeline.shown', { number: number(shown.length) })}{' '}
        {t('timeline.zone', { offset: offsetsOf(span).join(' → ') })}
      </p>
      <LongList items={shown} keyOf={idOf} estimate={ITEM_HEIGHT} className={classes.list}>
        {(point, index) => (
          <>
            {hourOf(shown[index - 1]) !== hourOf(point) && <h2>{hourOf(point)}</h2>}
            <div className={classes.item} data-kind={point.kind}>
              <Item point={point} />
            </div>
          </>
        )}
      </LongList>
    </>
  );
}

function Item({ point }: { readonly point: TimePoint }) {
  const { t } = useTranslation();
  const { timestamp, number } = useFormat();
  const names = useNames();
  if (point.kind === 'event') {
    const { about, event } = point;
    return (
      <>
        <span className="osmotr-muted">{timestamp(point.time)}</span> {names.journalEvent(event.kind)}
        {about && (
          <>
            {' · '}
            <a
              href={routeHref({ view: 'capture', id: about.id })}
              className={classes.about}
              data-testid="timeline-about"
            >
              {t('capture.number', { number: number(about.number) })}
            </a>
          </>
        )}
      </>
    );
  }
  const { id, title, host } = point.capture;
  return (
    <a href={routeHref({ view: 'capture', id })} data-testid="timeline-item">
      <span className="osmotr-muted">{timestamp(point.time)}</span> {t('common.numberSign')}
      {'\u00A0'}
      {number(point.capture.number)} <HostileText text={title || host} limit={120} brief />
    </a>
  );
}
