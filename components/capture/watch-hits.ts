import type { Indicator, Watch } from '@/utils/domain/indicator';
import { indicatorKey } from '@/utils/domain/indicator-summary';
import { matchWatches } from '@/utils/domain/watch';

/** A pattern of the watch-list that a capture contains. */
export interface WatchHit {
  readonly pattern: string;
  /** What the operative noted; empty if nothing, or if the pattern was removed since. */
  readonly note: string;
  /** The indicators that match it; none: it stands in the text only. */
  readonly indicators: readonly Indicator[];
}

/** What each pattern that a capture matched (`Capture.watched`) stands for. */
export function watchHits(
  watched: readonly string[],
  watches: readonly Watch[],
  indicators: readonly Indicator[],
): WatchHit[] {
  return watched.map((pattern) => {
    const watch = { id: '', pattern, note: '', createdAt: '' };
    return {
      pattern,
      note: watches.find((known) => known.pattern === pattern)?.note ?? '',
      indicators: indicators.filter((found) => matchWatches([watch], [found], '').length > 0),
    };
  });
}

/** The keys of all indicators that a pattern of the watch-list matched. */
export function watchedKeys(hits: readonly WatchHit[]): ReadonlySet<string> {
  return new Set(hits.flatMap(({ indicators }) => indicators.map(indicatorKey)));
}
