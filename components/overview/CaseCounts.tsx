import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import { useFormat } from '../ui/use-format';
import classes from './overview.module.css';

interface Props {
  /** Newest first. */
  readonly captures: readonly Capture[];
  /** Undefined while they are counted. */
  readonly indicators: number | undefined;
  readonly notes: number | undefined;
}

/** What is in a case, in numbers. */
export function CaseCounts({ captures, indicators, notes }: Props) {
  const { t } = useTranslation();
  const { number, bytes, timestamp } = useFormat();
  const times = captures.map(({ startedAt }) => startedAt).sort((a, b) => Date.parse(a) - Date.parse(b));
  const [first, last] = [times[0], times.at(-1)];
  const counted = (value: number | undefined) => (value === undefined ? '…' : number(value));
  const figures: readonly (readonly [name: string, value: string])[] = [
    [t('overview.captures'), number(captures.length)],
    [t('overview.hosts'), number(new Set(captures.map(({ host }) => host)).size)],
    [t('overview.indicators'), counted(indicators)],
    [t('overview.notes'), counted(notes)],
    [t('overview.size'), bytes(captures.reduce((sum, capture) => sum + capture.bytes, 0))],
  ];
  return (
    <section aria-label={t('overview.counts')} data-testid="case-counts" data-indicators={indicators}>
      <dl className={classes.figures}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dd>{value}</dd>
            <dt>{name}</dt>
          </div>
        ))}
      </dl>
      {first && last && (
        <p className="osmotr-muted">
          {t('overview.span')}: {timestamp(first)}
          {first !== last && ` — ${timestamp(last)}`}
        </p>
      )}
    </section>
  );
}
