import type { Page } from 'puppeteer-core';

/** How two pictures differ: share of pixels of which some channel differs by more than 8 of 255; 1 for another size. */
export interface Difference {
  readonly share: number;
  readonly sizes: readonly [string, string];
  /** The same of parts of them, by name. */
  readonly parts: Readonly<Record<string, number>>;
}

/** A part of a picture: x, y, width and height in pixels. */
export type Part = readonly [number, number, number, number];

/** Compares two PNGs (base64) over the part that both have, in a page of the extension. */
export function comparePictures(
  page: Page,
  one: string,
  two: string,
  parts: Readonly<Record<string, Part>> = {},
): Promise<Difference> {
  return page.evaluate(
    async (pictures, wanted) => {
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
      const countIn = ([left, top, across, down]: readonly [number, number, number, number]) => {
        let differing = 0;
        for (let y = top; y < Math.min(height, top + down); y += 1) {
          for (let x = left; x < Math.min(width, left + across); x += 1) {
            const at = (y * first.width + x) * 4;
            const other = (y * second.width + x) * 4;
            const differs = [0, 1, 2].some(
              (channel) =>
                Math.abs((first.data[at + channel] ?? 0) - (second.data[other + channel] ?? 0)) > 8,
            );
            if (differs) differing += 1;
          }
        }
        return differing;
      };
      const all = Math.max(first.width, second.width) * Math.max(first.height, second.height);
      return {
        share: (countIn([0, 0, width, height]) + all - width * height) / all,
        sizes: [`${first.width}×${first.height}`, `${second.width}×${second.height}`] as const,
        parts: Object.fromEntries(
          Object.entries(wanted).map(([name, part]) => [name, countIn(part) / (part[2] * part[3])]),
        ),
      };
    },
    [one, two] as const,
    parts,
  );
}
