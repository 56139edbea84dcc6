import type { Page } from 'puppeteer-core';

/** Pixels of one colour under one another: `rgba` as `r,g,b,a`. */
export interface Run {
  readonly rgba: string;
  readonly length: number;
}

/** A stored picture's size and the colours of its column `x`, from top to bottom. */
export interface Column {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
}

/** Reads the column at `x` (device pixels) of stored pictures, in one of the extension's pages. */
export function readColumns(
  page: Page,
  captureId: string,
  names: readonly string[],
  x: number,
): Promise<Column[]> {
  return page.evaluate(
    async (id, files, at) => {
      const request = <R>(asked: IDBRequest<R>) =>
        new Promise<R>((resolve, reject) => {
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error);
        });
      const db = await request(indexedDB.open('osmotr'));
      const columns = [];
      for (const name of files) {
        const row = await request(db.transaction('blobs').objectStore('blobs').get([id, name]));
        const bitmap = await createImageBitmap(row.blob);
        const { width, height } = bitmap;
        const canvas = new OffscreenCanvas(1, height);
        const context = canvas.getContext('2d', { willReadFrequently: true });
        if (!context) throw new Error('no canvas');
        context.drawImage(bitmap, -at, 0);
        bitmap.close();
        const { data } = context.getImageData(0, 0, 1, height);
        const runs: { rgba: string; length: number }[] = [];
        for (let row = 0; row < height; row += 1) {
          const rgba = data.subarray(row * 4, row * 4 + 4).join(',');
          const last = runs.at(-1);
          if (last?.rgba === rgba) last.length += 1;
          else runs.push({ rgba, length: 1 });
        }
        columns.push({ name, width, height, runs });
      }
      db.close();
      return columns;
    },
    captureId,
    [...names],
    x,
  );
}

/** Columns joined into one, as the tiles lie under one another. */
export function joinRuns(columns: readonly Column[]): Run[] {
  const joined: { rgba: string; length: number }[] = [];
  for (const { rgba, length } of columns.flatMap(({ runs }) => runs)) {
    const last = joined.at(-1);
    if (last?.rgba === rgba) last.length += length;
    else joined.push({ rgba, length });
  }
  return joined;
}
