import { toBase64 } from '@/utils/domain/base64';
import { freeBytes } from '@/utils/domain/free-bytes';
import type { PixelRequest } from '@/utils/snapshot/assemble-state';
import type { PageState } from './page-state';
import { drawPlace, freeCanvas, openPhotographs } from './photographs';

/** Places cut out of one page at most: what is beyond stays missing, and is said to be. */
const MOST = 500;
/** Places that are cut out at a time. */
const TOGETHER = 4;
/** Bytes that they may take in all, but for the last ones. */
const MOST_BYTES = 15_000_000;

/**
 * Cuts places out of the page's photographs (never out of drawings), as `data:` URLs by the request's key; big ones are held.
 * A place that no photograph shows is left out. Needs OffscreenCanvas.
 */
export async function cropPictures(
  state: PageState,
  requests: readonly PixelRequest[],
): Promise<Map<string, string>> {
  const crops = new Map<string, string>();
  const { scale, tiles, window } = await openPhotographs(state);
  const photographs = tiles.length > 0 || !window ? tiles : [window];
  let [tried, room] = [0, MOST_BYTES];
  // From top to bottom: a photograph is decoded once for all places on it.
  const places = requests.slice(0, MOST).sort((one, two) => one.rect.y - two.rect.y);
  for (let at = 0; at < places.length && room > 0; at += TOGETHER) {
    const group = places.slice(at, at + TOGETHER);
    tried += group.length;
    const canvases: (OffscreenCanvas | null)[] = [];
    // One after another: two at a time would decode the same photograph twice.
    for (const { rect } of group) canvases.push(await drawPlace(photographs, rect, scale));
    const pictures = await Promise.all(canvases.map((canvas) => canvas && encode(canvas)));
    for (const [index, { key }] of group.entries()) {
      const bytes = pictures[index];
      if (!bytes) continue;
      crops.set(key, `data:image/png;base64,${await state.held.hold(toBase64(bytes))}`);
      room -= bytes.length;
      freeBytes(bytes);
    }
  }
  const { length } = requests;
  if (tried < length) state.notes.push(`only ${tried} of ${length} places were cut out`);
  return crops;
}

/** As PNG; the canvas is given up. */
async function encode(canvas: OffscreenCanvas): Promise<Uint8Array<ArrayBuffer>> {
  const png = await canvas.convertToBlob({ type: 'image/png' });
  freeCanvas(canvas);
  return new Uint8Array(await png.arrayBuffer());
}
