import type { Capture } from '@/utils/domain/capture';
import type { Indicator } from '@/utils/domain/indicator';
import { indicatorKey } from '@/utils/domain/indicator-summary';
import { store } from './services';

/** Which of a capture's indicators earlier captures of its case have too, as keys. */
export async function knownIndicators(
  capture: Pick<Capture, 'id' | 'caseId' | 'startedAt'>,
  indicators: readonly Indicator[],
): Promise<ReadonlySet<string>> {
  const moment = Date.parse(capture.startedAt);
  const captures = await store.captures.listByCase(capture.caseId);
  const earlier = new Set(
    captures.filter(({ startedAt }) => Date.parse(startedAt) < moment).map(({ id }) => id),
  );
  if (earlier.size === 0) return new Set();
  const pairs = indicators.map(({ type, value }) => [type, value] as const);
  const holders = await store.indicators.capturesWith(pairs, capture.caseId);
  const isKnown = (index: number) => holders[index]?.some((id) => earlier.has(id)) ?? false;
  return new Set(indicators.filter((_, index) => isKnown(index)).map(indicatorKey));
}
