import { indicatorKey } from '@/components/capture/indicator-groups';
import type { Capture } from '@/utils/domain/capture';
import type { Indicator } from '@/utils/domain/indicator';
import { store } from './services';

/** Which of a capture's indicators other captures of its case have too, as keys. */
export async function knownIndicators(
  capture: Pick<Capture, 'id' | 'caseId'>,
  indicators: readonly Indicator[],
): Promise<ReadonlySet<string>> {
  const rows = await store.db.indicators
    .where('[type+value]')
    .anyOf(indicators.map(({ type, value }) => [type, value]))
    .filter(({ captureId, caseId }) => captureId !== capture.id && caseId === capture.caseId)
    .toArray();
  return new Set(rows.map(indicatorKey));
}
