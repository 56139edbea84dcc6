import type { Capture } from '@/utils/domain/capture';
import type { Indicator } from '@/utils/domain/indicator';
import type { CaptureParts } from './capture-repository';
import type { Database } from './schema';

/** Stores the bytes of a capture's files. */
export async function putFiles(db: Database, captureId: string, files: CaptureParts['files']): Promise<void> {
  await db.blobs.bulkAdd(
    files.map(({ artifact, blob }) => ({
      captureId,
      name: artifact.name,
      blob,
      ...(artifact.deflatedBytes === undefined ? {} : { deflated: true }),
    })),
  );
}

/** Stores all of a capture but the bytes of its files. */
export async function describeCapture(
  db: Database,
  capture: Capture,
  parts: Omit<CaptureParts, 'capture'>,
): Promise<void> {
  await db.captures.add(capture);
  await db.artifacts.bulkAdd(parts.files.map(({ artifact }) => artifact));
  if (parts.thumbnail) await db.thumbnails.add({ captureId: capture.id, blob: parts.thumbnail });
  await putIndicators(db, capture, parts.indicators);
  await db.words.put({ captureId: capture.id, words: parts.words });
}

/** Stores what was found in a capture, instead of what was there. */
export async function putIndicators(
  db: Database,
  { id, caseId }: Capture,
  indicators: readonly Indicator[],
): Promise<void> {
  await db.indicators.where('captureId').equals(id).delete();
  await db.indicators.bulkAdd(indicators.map((found) => ({ ...found, captureId: id, caseId })));
}
