/** Most bars that a small chart holds. */
const MOST_BARS = 45;
const DAY_MS = 86_400_000;

export type BarUnit = 'day' | 'week' | 'month';

/** A bar: from which day on (`2026-03-05`), and how many captures. */
export interface ActivityBar {
  readonly from: string;
  readonly count: number;
}

/**
 * Counts captures by day, by week (from Monday) or by month, whichever gives a chart that is not too long, empty ones
 * between first and last too. Days are those of the clock that each timestamp was recorded with.
 */
export function activityBars(timestamps: readonly string[]): {
  readonly unit: BarUnit;
  readonly bars: readonly ActivityBar[];
} {
  const days = timestamps.map((timestamp) => Date.parse(timestamp.slice(0, 10))).sort((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { unit: 'day', bars: [] };
  const span = (last - first) / DAY_MS + 1;
  const unit = span <= MOST_BARS ? 'day' : span <= MOST_BARS * 7 ? 'week' : 'month';
  const counts = new Map<number, number>();
  for (let at = startOf(first, unit); at <= last; at = next(at, unit)) counts.set(at, 0);
  for (const day of days) {
    const at = startOf(day, unit);
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return {
    unit,
    bars: Array.from(counts, ([at, count]) => ({ from: new Date(at).toISOString().slice(0, 10), count })),
  };
}

function startOf(day: number, unit: BarUnit): number {
  const date = new Date(day);
  if (unit === 'week') return day - ((date.getUTCDay() + 6) % 7) * DAY_MS;
  return unit === 'month' ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) : day;
}

function next(at: number, unit: BarUnit): number {
  const date = new Date(at);
  if (unit === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  return at + (unit === 'week' ? 7 : 1) * DAY_MS;
}
