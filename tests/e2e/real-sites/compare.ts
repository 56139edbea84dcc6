import type { Page } from 'puppeteer-core';

/** How two pictures differ: share of pixels of which some channel differs by more than 8 of 255; 1 for another size. */
export interface Difference {
  readonly share: number;
  readonly sizes: readonly [string, string];
}

/** Compares two PNGs (base64) over the part that both have, in a page of the extension. */
export function comparePictures(page: Page, one: string, two: string): Promise<Difference> {
  return page.evaluate(
    async (pictures) => {
      const [first, second] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes]));
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
          const context = canvas.getContext('2d');
          context?.drawImage(bitmap, 0, 0);
          return context?.getImageData(0, 0, bitmap.width, bitmap.height);
        }),
      );
      if (!first || !second) throw new Error('no picture');
      const width = Math.min(first.width, second.width);
      const height = Math.min(first.height, second.height);
      let differing = 0;
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          const at = (y * first.width + x) * 4;
          const other = (y * second.width + x) * 4;
          const differs = [0, 1, 2].some(
            (channel) => Math.abs((first.data[at + channel] ?? 0) - (second.data[other + channel] ?? 0)) > 8,
          );
          if (differs) differing += 1;
        }
      }
      const all = Math.max(first.width, second.width) * Math.max(first.height, second.height);
      return {
        share: (differing + all - width * height) / all,
        sizes: [`${first.width}×${first.height}`, `${second.width}×${second.height}`] as const,
      };
    },
    [one, two] as const,
  );
}
