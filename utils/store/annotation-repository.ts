import type { CaptureNote, PictureRegion } from '@/utils/domain/annotation';
import type { Database } from './schema';

/** What people wrote and marked beside captures. It goes where its capture goes. */
export function createAnnotationRepository(db: Database) {
  return {
    /** The notes of a capture, oldest first. */
    notesOf(captureId: string): Promise<CaptureNote[]> {
      return db.notes.where('captureId').equals(captureId).sortBy('at');
    },

    countNotes(captureIds: readonly string[]): Promise<number> {
      return db.notes
        .where('captureId')
        .anyOf([...captureIds])
        .count();
    },

    async addNote(note: CaptureNote): Promise<void> {
      await db.notes.add(note);
    },

    /** The marked regions of a capture's pictures, oldest first. */
    regionsOf(captureId: string): Promise<PictureRegion[]> {
      return db.regions.where('captureId').equals(captureId).sortBy('at');
    },

    async addRegion(region: PictureRegion): Promise<void> {
      await db.regions.add(region);
    },

    async removeRegion(id: string): Promise<void> {
      await db.regions.delete(id);
    },

    /** Keeps for a capture what another casebook says of it, and nothing else. */
    async replace(captureId: string, notes: readonly CaptureNote[], regions: readonly PictureRegion[]) {
      await db.notes.where('captureId').equals(captureId).delete();
      await db.regions.where('captureId').equals(captureId).delete();
      await db.notes.bulkAdd([...notes]);
      await db.regions.bulkAdd([...regions]);
    },
  };
}
