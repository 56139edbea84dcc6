/**
 * Runs in a page of the extension: the newest capture's manifest, and the time from its first event in the journal to
 * its last, which is from the click to the disk.
 */
export async function readNewest() {
  const open = indexedDB.open('osmotr');
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(open);
  const all = (table) => done(db.transaction(table).objectStore(table).getAll());
  const of = (table, key) => done(db.transaction(table).objectStore(table).get(key));
  const events = (await all('journal')).filter(({ kind }) => kind.startsWith('capture-'));
  const saved = events.reduce((one, two) => (one.time > two.time ? one : two));
  const started = events.find(
    ({ kind, data }) => kind === 'capture-started' && data.capture === saved.data.capture,
  );
  const key = [saved.data.capture, 'capture.json'];
  const [{ blob }, { deflatedBytes }] = [await of('blobs', key), await of('artifacts', key)];
  db.close();
  const plain = deflatedBytes ? blob.stream().pipeThrough(new DecompressionStream('deflate-raw')) : blob;
  const manifest = await new Response(plain).json();
  return { ms: Date.parse(saved.time) - Date.parse(started.time), manifest, kind: saved.kind };
}
