import type { PixelRequest } from '@/utils/snapshot/assemble-state';
import { toBase64 } from '@/utils/snapshot/base64';
import type { PageState } from './page-state';
import { drawPlace, openPhotographs } from './photographs';

/** Places cut out of one page at most: what is beyond stays missing, and is said to be. */
const MOST = 500;

/**
 * Cuts places out of the page's photographs (never out of drawings), as `data:` URLs by the request's key.
 * A place that no photograph shows is left out. Needs OffscreenCanvas.
 */
export async function cropPictures(
  state: PageState,
  requests: readonly PixelRequest[],
): Promise<Map<string, string>> {
  const crops = new Map<string, string>();
  const { scale, tiles, window } = await openPhotographs(state);
  const photographs = tiles.length > 0 || !window ? tiles : [window];
  for (const { key, rect } of requests.slice(0, MOST)) {
    const canvas = await drawPlace(photographs, rect, scale);
    if (canvas) crops.set(key, await toPngUrl(canvas));
  }
  if (requests.length > MOST) state.notes.push(`only ${MOST} of ${requests.length} places were cut out`);
  return crops;
}

async function toPngUrl(canvas: OffscreenCanvas): Promise<string> {
  const png = await canvas.convertToBlob({ type: 'image/png' });
  return `data:image/png;base64,${toBase64(new Uint8Array(await png.arrayBuffer()))}`;
}
