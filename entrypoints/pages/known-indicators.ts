import type { Capture } from '@/utils/domain/capture';
import type { Indicator } from '@/utils/domain/indicator';
import { indicatorKey } from '@/utils/domain/indicator-summary';
import { store } from './services';

/** Which of a capture's indicators earlier captures of its case have too, as keys. */
export async function knownIndicators(
  capture: Pick<Capture, 'id' | 'caseId' | 'startedAt'>,
  indicators: readonly Indicator[],
): Promise<ReadonlySet<string>> {
  const rows = await store.db.indicators
    .where('[type+value]')
    .anyOf(indicators.map(({ type, value }) => [type, value]))
    .filter(({ captureId, caseId }) => captureId !== capture.id && caseId === capture.caseId)
    .toArray();
  const others = await store.db.captures.bulkGet([...new Set(rows.map(({ captureId }) => captureId))]);
  const moment = Date.parse(capture.startedAt);
  const earlier = new Set(
    others.flatMap((other) => (other && Date.parse(other.startedAt) < moment ? [other.id] : [])),
  );
  return new Set(rows.filter(({ captureId }) => earlier.has(captureId)).map(indicatorKey));
}
