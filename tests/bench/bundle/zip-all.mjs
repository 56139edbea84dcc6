import JSZip from 'jszip';

/** Runs in a page of the extension: all stored files through JSZip alone, not compressed; bytes of the ZIP. */
export async function zipAll() {
  const db = await result(indexedDB.open('osmotr'));
  const rows = await result(db.transaction('blobs').objectStore('blobs').getAll());
  db.close();
  const zip = new JSZip();
  for (const { captureId, name, blob } of rows) zip.file(`${captureId}/${name}`, blob);
  return (await zip.generateAsync({ type: 'blob', compression: 'STORE' })).size;
}

function result(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
