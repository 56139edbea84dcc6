/**
 * Runs in a page of the extension: the newest capture's manifest. Stored samples have no activity, so they are never the
 * newest.
 */
export async function readNewest() {
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('osmotr'));
  const all = (table) => done(db.transaction(table).objectStore(table).getAll());
  const of = (table, key) => done(db.transaction(table).objectStore(table).get(key));
  const activities = (await all('activities')).filter(({ kind }) => kind === 'capture');
  const { id } = activities.reduce((one, two) => (one.startedAt > two.startedAt ? one : two));
  const key = [id, 'capture.json'];
  const [{ blob }, { deflatedBytes }] = [await of('blobs', key), await of('artifacts', key)];
  db.close();
  const plain = deflatedBytes ? blob.stream().pipeThrough(new DecompressionStream('deflate-raw')) : blob;
  return new Response(plain).json();
}
