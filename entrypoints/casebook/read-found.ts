import type { CaptureNote } from '@/utils/domain/annotation';
import type { Indicator } from '@/utils/domain/indicator';
import { withStoreErrors } from '@/utils/store/store-error';
import { store } from '../pages/services';

/** Of a capture that was found, what its row is made of. */
export interface Found {
  readonly text: string;
  readonly indicators: readonly Indicator[];
  readonly notes: readonly CaptureNote[];
  readonly thumbnail: Blob | null;
}

let asked: string[] = [];
let batch: Promise<ReadonlyMap<string, Found>> | null = null;

/** Reads it. Rows that are drawn together are read together: it is the number of readings that takes the time. */
export async function readFound(captureId: string): Promise<Found> {
  asked.push(captureId);
  batch ??= Promise.resolve().then(() => {
    const ids = asked;
    asked = [];
    batch = null;
    return withStoreErrors(() => readAll(ids));
  });
  const found = (await batch).get(captureId);
  if (!found) throw new Error(`capture ${captureId} was not read`);
  return found;
}

async function readAll(ids: readonly string[]): Promise<Map<string, Found>> {
  const { db, captures, indicators, annotations } = store;
  const [texts, thumbnails, [found, notes]] = await Promise.all([
    captures.blobsOf(ids, 'text.txt').then((blobs) => Promise.all(blobs.map((blob) => blob?.text() ?? ''))),
    captures.thumbnailsOf(ids),
    db.transaction('r', db.indicators, db.notes, () =>
      Promise.all([
        Promise.all(ids.map((id) => indicators.listByCapture(id))),
        Promise.all(ids.map((id) => annotations.notesOf(id))),
      ]),
    ),
  ]);
  return new Map(
    ids.map((id, at) => [
      id,
      {
        text: texts[at] ?? '',
        indicators: found[at] ?? [],
        notes: notes[at] ?? [],
        thumbnail: thumbnails[at] ?? null,
      },
    ]),
  );
}
