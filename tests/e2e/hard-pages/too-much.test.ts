import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAST_WORDS, PICTURES } from '../../fixtures/hard-site/pages';
import { BROWSERS } from '../extension/session';
import { expectSaved, type HardSession, startHardSession } from './hard-session';

/** Pages that are too much: what doesn't fit is said. */
describe.each(BROWSERS)('big pages by the popup of %s', (name) => {
  let hard: HardSession;

  beforeAll(async () => {
    hard = await startHardSession(name);
  });

  afterAll(async () => {
    await hard?.end();
  });

  /** How often each pattern is in a stored page; counted there, for the page is long. */
  const count = (id: string, patterns: readonly string[]) => hard.reader.evaluate(countInPage, id, patterns);

  it('200,000 nodes: read to the end', async () => {
    const ended = await hard.captureAt('/nodes');
    const { failed } = expectSaved(ended);
    expect(failed).toEqual([]);
    expect(ended.text).toContain('99999');
    expect(ended.text).toContain(LAST_WORDS);
  });

  it('3,000 pictures: each is in the page, or its pixels are', async () => {
    const ended = await hard.captureAt('/pictures');
    const { manifest, failed } = expectSaved(ended);
    expect(failed).toEqual([]);
    expect(manifest.missing).toEqual([]);
    expect(await count(ended.id, ['src="data:image/png;base64,[^"]{60,}"'])).toEqual([PICTURES]);
    expect(ended.text).toContain(LAST_WORDS);
  });

  it('100 MB of data: URLs: as many files as fit, pixels for the rest, and it says so', async () => {
    const ended = await hard.captureAt('/data-urls');
    const { manifest, failed } = expectSaved(ended);
    expect(failed).toEqual([]);
    const left = manifest.notes.flatMap((note) => /data: URLs .* left out: (\d+)/.exec(note)?.[1] ?? []);
    expect(left.map(Number)).toEqual([expect.toSatisfy((count: number) => count > 50 && count < 100)]);
    const whole = 'src="data:image/bmp;base64,[^"]{900000,}"';
    const rest = Number(left[0]);
    expect(await count(ended.id, [whole, 'data-osmotr-pixels="src"'])).toEqual([100 - rest, rest]);
    expect(ended.text).toContain(LAST_WORDS);
  });
});

/** Runs in a page of the extension. */
async function countInPage(captureId: string, patterns: readonly string[]): Promise<number[]> {
  const done = <R>(asked: IDBRequest<R>) =>
    new Promise<R>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  const db = await done(indexedDB.open('osmotr'));
  const key = [captureId, 'page.html'];
  const { blob, deflated } = await done(db.transaction('blobs').objectStore('blobs').get(key));
  db.close();
  const plain = deflated ? blob.stream().pipeThrough(new DecompressionStream('deflate-raw')) : blob;
  const text = await new Response(plain).text();
  return patterns.map((pattern) => text.match(new RegExp(pattern, 'g'))?.length ?? 0);
}
