import Dexie from 'dexie';
import type { Capture } from '@/utils/domain/capture';
import { createWordsRepository } from '@/utils/store/words-repository';
import { store } from '../pages/services';

/** What is looked through: the words of all captures, and the captures, newest first. */
export interface SearchIndex {
  readonly words: Awaited<ReturnType<typeof words.all>>;
  readonly captures: readonly Capture[];
}

const { db } = store;
const words = createWordsRepository(db);

/** The last reading, until something of it changes: it takes longer than everything that is done with it. */
let latest: Promise<SearchIndex> | null = null;

const SEARCHED = [db.words, db.captures].map(({ name }) => `idb://${db.name}/${name}/`);

Dexie.on.storagemutated.subscribe((parts) => {
  const isSearched = (part: string) => SEARCHED.some((table) => part.startsWith(table));
  if (Object.keys(parts).some(isSearched)) latest = null;
});

/** For `useStored`: the counts are what it observes when there is nothing to read. */
export async function searchIndex(): Promise<SearchIndex> {
  await Promise.all([db.words.count(), db.captures.count()]);
  latest ??= read();
  return latest;
}

async function read(): Promise<SearchIndex> {
  try {
    const [rows, captures] = await db.transaction('r', db.words, db.captures, () =>
      Promise.all([words.all(), db.captures.toArray()]),
    );
    return {
      words: rows,
      captures: captures.sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt)),
    };
  } catch (thrown) {
    // A screen that was left ends its query: who comes next reads anew.
    latest = null;
    throw thrown;
  }
}
