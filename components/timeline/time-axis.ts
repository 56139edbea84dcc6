const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Distances between ticks that a reader of clocks and calendars expects, ms. */
const STEPS = [1, 5, 15, 30]
  .map((minutes) => minutes * MINUTE)
  .concat([1, 3, 6, 12].map((hours) => hours * HOUR))
  .concat([1, 2, 7, 14, 30, 90, 365].map((days) => days * DAY));

/** The shown part of time, ms since the epoch. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** A tick; `isDay`: it stands for a whole day, not for an hour. */
export interface Tick {
  readonly at: number;
  readonly isDay: boolean;
}

/** Shortest span that can be shown, ms. */
export const SHORTEST_SPAN = 2 * MINUTE;

/** The span of all times with a little air on both sides; of an hour around a single one. */
export function spanOf(times: readonly number[]): TimeSpan {
  const first = times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const air = Math.max((last - first) * 0.04, 10 * MINUTE);
  return { from: first - air, to: last + air };
}

/** Zooms around a share of the span (0 to 1); `factor` below 1 goes in. Stays between two minutes and `whole`. */
export function zoom(span: TimeSpan, factor: number, share: number, whole: TimeSpan): TimeSpan {
  const length = span.to - span.from;
  const wanted = Math.min(Math.max(length * factor, SHORTEST_SPAN), whole.to - whole.from);
  const centre = span.from + length * share;
  return within({ from: centre - wanted * share, to: centre + wanted * (1 - share) }, whole);
}

/** Moves a span by a share of its length, not beyond `whole`. */
export function pan(span: TimeSpan, share: number, whole: TimeSpan): TimeSpan {
  const by = (span.to - span.from) * share;
  return within({ from: span.from + by, to: span.to + by }, whole);
}

function within(span: TimeSpan, whole: TimeSpan): TimeSpan {
  const length = span.to - span.from;
  const from = Math.min(Math.max(span.from, whole.from), whole.to - length);
  return { from, to: from + length };
}

/** Ticks at round local times, at least `apart` pixels from each other on an axis of `width` pixels. */
export function ticksOf({ from, to }: TimeSpan, width: number, apart: number): Tick[] {
  const least = ((to - from) / Math.max(width, 1)) * apart;
  const step = STEPS.find((it) => it >= least) ?? Math.ceil(least / (365 * DAY)) * 365 * DAY;
  const isDay = step >= DAY;
  const ticks: Tick[] = [];
  const first = new Date(from);
  first.setHours(0, 0, 0, 0);
  if (isDay) {
    // By calendar days: a day on which clocks change is 23 or 25 hours long.
    for (const day = first; day.getTime() <= to; day.setDate(day.getDate() + step / DAY)) {
      if (day.getTime() >= from) ticks.push({ at: day.getTime(), isDay });
    }
    return ticks;
  }
  const begin = first.getTime() + Math.ceil((from - first.getTime()) / step) * step;
  for (let at = begin; at <= to; at += step) {
    const date = new Date(at);
    ticks.push({ at, isDay: date.getHours() === 0 && date.getMinutes() === 0 });
  }
  return ticks;
}

/** The offset of this machine's clock at each end of a span: `UTC+05:00`; two where the clocks were changed between. */
export function offsetsOf({ from, to }: TimeSpan): string[] {
  return [...new Set([from, to].map(offsetAt))];
}

function offsetAt(at: number): string {
  const minutes = -new Date(at).getTimezoneOffset();
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0');
  return `UTC${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** Points so near each other that one mark stands for them all; `at` is the middle between first and last. */
export interface Cluster<T> {
  readonly at: number;
  readonly items: readonly T[];
}

/** Gathers what lies within `apart` pixels, in order of time; only what is in the span. */
export function clustersOf<T extends { readonly at: number }>(
  points: readonly T[],
  span: TimeSpan,
  width: number,
  apart: number,
): Cluster<T>[] {
  const reach = ((span.to - span.from) / Math.max(width, 1)) * apart;
  const clusters: T[][] = [];
  let last: T[] | undefined;
  for (const point of points.toSorted((a, b) => a.at - b.at)) {
    if (point.at < span.from || point.at > span.to) continue;
    if (last?.[0] && point.at - last[0].at < reach) last.push(point);
    else {
      last = [point];
      clusters.push(last);
    }
  }
  return clusters.map((items) => ({ at: ((items[0]?.at ?? 0) + (items.at(-1)?.at ?? 0)) / 2, items }));
}
