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
  { files, thumbnail, indicators, words }: Omit<CaptureParts, 'capture'>,
): Promise<void> {
  await Promise.all([
    db.captures.add(capture),
    db.artifacts.bulkAdd(files.map(({ artifact }) => artifact)),
    thumbnail && db.thumbnails.add({ captureId: capture.id, blob: thumbnail }),
    addIndicators(db, capture, indicators),
    db.words.put({ captureId: capture.id, words }),
  ]);
}

/** Stores what was found in a capture, instead of what was there. */
export async function putIndicators(
  db: Database,
  capture: Capture,
  indicators: readonly Indicator[],
): Promise<void> {
  await db.indicators.where('captureId').equals(capture.id).delete();
  await addIndicators(db, capture, indicators);
}

async function addIndicators(
  db: Database,
  { id, caseId }: Capture,
  indicators: readonly Indicator[],
): Promise<void> {
  await db.indicators.bulkAdd(indicators.map((found) => ({ ...found, captureId: id, caseId })));
}
