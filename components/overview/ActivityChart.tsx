import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import { activityBars, type BarUnit } from './activity-bars';
import classes from './overview.module.css';

/** How many captures there were, day by day (or by week, by month): a small chart. `timestamps`: of captures. */
export function ActivityChart({ timestamps }: { readonly timestamps: readonly string[] }) {
  const { t } = useTranslation();
  const { number, recordedDate } = useFormat();
  const { unit, bars } = activityBars(timestamps);
  const most = Math.max(...bars.map(({ count }) => count));
  const words: Readonly<Record<BarUnit, string>> = {
    day: t('overview.perDay'),
    week: t('overview.perWeek'),
    month: t('overview.perMonth'),
  };
  const [first, last] = [bars[0], bars.at(-1)];
  return (
    <section aria-labelledby="activity-title" data-testid="activity-chart" data-unit={unit}>
      <h2 id="activity-title">
        {t('overview.activity')} {first && <span className="osmotr-muted">{words[unit]}</span>}
      </h2>
      {!first || !last ? (
        <p className="osmotr-muted">{t('overview.noActivity')}</p>
      ) : (
        <div style={{ width: `min(100%, max(150px, ${bars.length * 42}px))` }}>
          <ol className={classes.bars}>
            {bars.map(({ from, count }) => {
              const text = t('overview.bar', { from: recordedDate(from), number: number(count) });
              return (
                <li key={from} title={text} data-count={count}>
                  <span className="osmotr-live">{text}</span>
                  <span aria-hidden className={classes.barCount}>
                    {count > 0 && bars.length <= 20 && number(count)}
                  </span>
                  <span aria-hidden className={classes.bar} style={{ height: `${(count / most) * 64}px` }} />
                </li>
              );
            })}
          </ol>
          <div className={classes.barEnds} aria-hidden>
            <span>{recordedDate(first.from)}</span>
            {bars.length > 1 && <span>{recordedDate(last.from)}</span>}
          </div>
        </div>
      )}
    </section>
  );
}
