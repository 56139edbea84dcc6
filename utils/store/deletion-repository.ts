import Dexie from 'dexie';
import type { Capture } from '@/utils/domain/capture';
import type { Deletion } from '@/utils/domain/deletion';
import type { Database } from './schema';

/** Captures on their way out: out of every list and of search at once, their files gone when the time to undo is over. */
export function createDeletionRepository(db: Database) {
  const files = (captureId: string): [[string, unknown], [string, unknown]] => [
    [captureId, Dexie.minKey],
    [captureId, Dexie.maxKey],
  ];

  return {
    /** Oldest first. */
    list(): Promise<Deletion[]> {
      return db.deletions.toArray();
    },

    /** Takes a capture out of all lists. Call it in a transaction over the captures' `tables`. */
    async begin(deletion: Deletion): Promise<void> {
      const { captureId } = deletion;
      const indicators = await db.indicators.where('captureId').equals(captureId).toArray();
      const words = (await db.words.get(captureId))?.words ?? '';
      await db.deletions.add({ ...deletion, indicators, words });
      await db.captures.delete(captureId);
      await db.indicators.where('captureId').equals(captureId).delete();
      await db.words.delete(captureId);
    },

    /** Puts a deleted capture back as it was; undefined if it is gone. In a transaction over the captures' `tables`. */
    async undo(captureId: string): Promise<Capture | undefined> {
      const row = await db.deletions.get(captureId);
      if (!row) return undefined;
      await db.captures.add(row.capture);
      await db.indicators.bulkAdd([...row.indicators]);
      await db.words.add({ captureId, words: row.words });
      await db.deletions.delete(captureId);
      return row.capture;
    },

    /** Removes the files for good. In a transaction over the captures' `tables`. */
    async erase(captureId: string): Promise<void> {
      await db.artifacts
        .where('[captureId+name]')
        .between(...files(captureId))
        .delete();
      await db.blobs
        .where('[captureId+name]')
        .between(...files(captureId))
        .delete();
      await db.thumbnails.delete(captureId);
      await db.notes.where('captureId').equals(captureId).delete();
      await db.regions.where('captureId').equals(captureId).delete();
      await db.deletions.delete(captureId);
    },
  };
}
