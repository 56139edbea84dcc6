import type { Capture } from '@/utils/domain/capture';
import { hasAll, type Query } from '@/utils/search/query';
import { onChange } from '@/utils/store/on-change';
import { createWordsRepository } from '@/utils/store/words-repository';
import { store } from '../pages/services';
import { type Found, readFound } from './read-found';

/** What is looked through: the words of all captures, and the captures, newest first. */
export interface SearchIndex {
  readonly words: Awaited<ReturnType<typeof words.all>>;
  readonly captures: readonly Capture[];
  /** Reads what a row shows; another one when something has changed. */
  readonly readFound: (captureId: string) => Promise<Found>;
}

const { db } = store;
const words = createWordsRepository(db);

/** The last reading, until something of it changes: it takes longer than everything that is done with it. */
let latest: Promise<SearchIndex> | null = null;

onChange([db.words, db.captures], () => {
  latest = null;
});

/** For `useStored`: the counts are what it observes when there is nothing to read. */
export async function searchIndex(): Promise<SearchIndex> {
  await Promise.all([db.words.count(), db.captures.count()]);
  latest ??= read();
  return latest;
}

/** Ids of the captures that hold all that is looked for. */
export function holdersOf({ words }: SearchIndex, query: Query): ReadonlySet<string> {
  return new Set(words.filter((row) => hasAll(row.words, query)).map(({ captureId }) => captureId));
}

async function read(): Promise<SearchIndex> {
  try {
    const [rows, captures] = await db.transaction('r', db.words, db.captures, () =>
      Promise.all([words.all(), db.captures.toArray()]),
    );
    return {
      words: rows,
      captures: captures.sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt)),
      readFound: (captureId) => readFound(captureId),
    };
  } catch (thrown) {
    // A screen that was left ends its query: who comes next reads anew.
    latest = null;
    throw thrown;
  }
}
