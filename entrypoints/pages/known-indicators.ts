import type { Capture } from '@/utils/domain/capture';
import type { Indicator } from '@/utils/domain/indicator';
import { indicatorKey } from '@/utils/domain/indicator-summary';
import { store } from './services';

/** Which of a capture's indicators earlier captures of its case have too, as keys. */
export async function knownIndicators(
  capture: Pick<Capture, 'id' | 'caseId' | 'startedAt'>,
  indicators: readonly Indicator[],
): Promise<ReadonlySet<string>> {
  const pairs = indicators.map(({ type, value }) => [type, value] as const);
  const isKnown = await store.indicators.knownBefore(pairs, capture.caseId, Date.parse(capture.startedAt));
  return new Set(indicators.filter((_, index) => isKnown[index]).map(indicatorKey));
}
