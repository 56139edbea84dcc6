import Dexie from 'dexie';
import MiniSearch from 'minisearch';
import { joinWords, placeWords } from '@/utils/search/words';

/** Ways to find words in 1,000 captures, measured inside a real browser. */

const LETTERS = 'абвгдежзиклмнопрстуфхцчшщыьэюяәғқңөұүһі';
let seed = 7;
function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
}
function makeWord(): string {
  const length = 3 + Math.floor(random() * 9);
  return Array.from({ length }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('');
}
const VOCABULARY = Array.from({ length: 40_000 }, makeWord);
/** Words by Zipf's law, as in a language: few are in every text, most in few. */
function pickWord(): string {
  return VOCABULARY[Math.floor(VOCABULARY.length ** random()) - 1] ?? 'слово';
}
function makeText(characters: number): string {
  const words: string[] = [];
  for (let length = 0; length < characters; length += (words.at(-1)?.length ?? 0) + 1) words.push(pickWord());
  return words.join(' ');
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
const round = (ms: number) => Math.round(ms * 10) / 10;
async function timed<T>(work: () => Promise<T> | T): Promise<[number, T]> {
  const start = performance.now();
  const value = await work();
  return [performance.now() - start, value];
}

const QUERIES = [
  VOCABULARY[3],
  VOCABULARY[3]?.slice(0, 2),
  VOCABULARY[9_000],
  VOCABULARY[30_000]?.slice(0, 3),
  VOCABULARY[1],
];

export async function measure(count: number) {
  const texts = Array.from({ length: count }, () => makeText(5_000 + Math.floor(random() * 20_000)));
  const tokenise = await timed(() => texts.map((text) => joinWords([text]).trim().split('\n')));
  const lists = tokenise[1];
  const result: Record<string, unknown> = {
    count,
    characters: texts.reduce((sum, text) => sum + text.length, 0),
    words: lists.reduce((sum, list) => sum + list.length, 0),
    wordsPerTextMs: round(tokenise[0] / count),
  };

  const db = new Dexie(`bench-${count}-${Math.random()}`, { chromeTransactionDurability: 'strict' });
  db.version(1).stores({ multi: 'id, *words', rows: 'id', whole: 'id' });
  const table = (name: string) => db.table(name);
  await db.open();
  const estimate = async () => (await navigator.storage.estimate()).usage ?? 0;
  let before = await estimate();
  const writes: number[] = [];
  for (const [id, words] of lists.entries()) {
    writes.push(
      (await timed(() => table('multi').add({ id: `capture-${id}-0123456789abcdef01234567`, words })))[0],
    );
  }
  result['multi: write one (median, worst) ms'] = [round(median(writes)), round(Math.max(...writes))];
  result['multi: bytes'] = (await estimate()) - before;
  result['multi: queries ms, hits'] = await Promise.all([]);
  const multi: unknown[] = [];
  for (const query of QUERIES) {
    const [ms, keys] = await timed(() =>
      table('multi')
        .where('words')
        .startsWith(query ?? '')
        .primaryKeys(),
    );
    multi.push([query, round(ms), keys.length, new Set(keys).size]);
  }
  result['multi: queries ms, hits'] = multi;

  before = await estimate();
  const rowWrites: number[] = [];
  for (const [id, words] of lists.entries()) {
    rowWrites.push(
      (await timed(() => table('rows').add({ id: `capture-${id}`, words: `\n${words.join('\n')}\n` })))[0],
    );
  }
  result['rows: write one ms'] = [round(median(rowWrites)), round(Math.max(...rowWrites))];
  result['rows: bytes'] = (await estimate()) - before;
  const [loadMs, rows] = await timed(() => table('rows').toArray());
  result['rows: load ms'] = round(loadMs);
  result['rows: queries ms'] = await Promise.all(
    QUERIES.map(async (query) => {
      const [ms, hits] = await timed(() => rows.filter(({ words }) => words.includes(`\n${query}`)).length);
      return [query, round(ms), hits];
    }),
  );

  const options = {
    fields: ['text'],
    idField: 'id',
    tokenize: (text: string) => [...placeWords(text)].map(({ word }) => word),
    processTerm: (term: string) => term,
  };
  const index = new MiniSearch(options);
  const [buildMs] = await timed(() => index.addAll(texts.map((text, id) => ({ id, text }))));
  result['minisearch: build ms'] = round(buildMs);
  const [toMs, json] = await timed(() => JSON.stringify(index));
  result['minisearch: to JSON ms, bytes'] = [round(toMs), json.length];
  const [loadJsonMs] = await timed(() => MiniSearch.loadJSON(json, options));
  result['minisearch: load ms'] = round(loadJsonMs);
  result['minisearch: queries ms'] = await Promise.all(
    QUERIES.map(async (query) => {
      const [ms, hits] = await timed(() => index.search(query ?? '', { prefix: true }).length);
      return [query, round(ms), hits];
    }),
  );
  await db.delete();
  return result;
}
