import Dexie from 'dexie';
import type { Capture } from '@/utils/domain/capture';
import type { Indicator } from '@/utils/domain/indicator';
import type { CaptureParts } from './capture-repository';
import type { Database } from './schema';
import { describeCapture, putFiles, putIndicators } from './write-capture';

/** Captures of another casebook: their bytes come first, and nothing refers to them before all else is there. */
export function createImportRepository(db: Database) {
  return {
    /** Stores the bytes of a capture that isn't known yet, apart from all else: `adopt` or `dropStaged` follows. */
    async stage(captureId: string, files: CaptureParts['files']): Promise<void> {
      await db.transaction('rw', db.staged, db.blobs, async () => {
        await db.staged.put({ captureId });
        await putFiles(db, captureId, files);
      });
    },

    /** Makes a staged capture known under its own number. Call it in a transaction over `captures.tables` and `staged`. */
    async adopt(capture: Capture, parts: Omit<CaptureParts, 'capture'>): Promise<void> {
      await db.staged.delete(capture.id);
      await describeCapture(db, capture, parts);
    },

    /** Replaces what is said of a known capture, but not its files. */
    async redescribe(capture: Capture, indicators: readonly Indicator[]): Promise<void> {
      await db.captures.put(capture);
      await putIndicators(db, capture, indicators);
    },

    /** Removes the bytes of staged captures that nothing became of. */
    async dropStaged(): Promise<void> {
      await db.transaction('rw', db.staged, db.blobs, async () => {
        for (const { captureId } of await db.staged.toArray()) {
          await db.blobs
            .where('[captureId+name]')
            .between([captureId, Dexie.minKey], [captureId, Dexie.maxKey])
            .delete();
        }
        await db.staged.clear();
      });
    },
  };
}
