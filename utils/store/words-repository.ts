import type { Database, WordsRow } from './schema';

/** The words of captures: one row a capture, written in the transaction that stores it, so that none is ever behind. */
export function createWordsRepository(db: Database) {
  return {
    all(): Promise<WordsRow[]> {
      return db.words.toArray();
    },

    /** Adds words, as `joinWords` gives them, of something that was said of a capture later. */
    async append(captureId: string, words: string): Promise<void> {
      const known = (await db.words.get(captureId))?.words ?? '';
      await db.words.put({ captureId, words: `${known}${words}` });
    },
  };
}
