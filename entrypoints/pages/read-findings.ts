import { groupIndicators, type IndicatorGroup } from '@/components/capture/indicator-groups';
import { type WatchHit, watchHits } from '@/components/capture/watch-hits';
import type { Capture } from '@/utils/domain/capture';
import type { Indicator } from '@/utils/domain/indicator';
import { knownIndicators } from './known-indicators';
import { store } from './services';

/** What was found in a capture, as popup and casebook show it. */
export interface Findings {
  readonly indicators: readonly Indicator[];
  readonly groups: readonly IndicatorGroup[];
  readonly hits: readonly WatchHit[];
}

/** The indicators of a capture by family, those marked that its case did not have before, and what of them is watched. */
export async function readFindings(capture: Capture): Promise<Findings> {
  const indicators = await store.indicators.listByCapture(capture.id);
  const known = await knownIndicators(capture, indicators);
  return {
    indicators,
    groups: groupIndicators(indicators, known),
    hits: watchHits(capture.watched, await store.indicators.watches(), indicators),
  };
}
