import type { PixelRequest } from '@/utils/snapshot/assemble-state';
import { toBase64 } from '@/utils/snapshot/base64';
import { mainFrame, type PageState } from './page-state';

/** A photograph of a part of the page: `top` in CSS pixels from the page's upper edge. */
interface Photograph {
  readonly bitmap: ImageBitmap;
  readonly top: number;
  readonly left: number;
}

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
  const scale = mainFrame(state)?.viewport.devicePixelRatio ?? 1;
  const photographs = await openPhotographs(state, scale);
  for (const { key, rect } of requests.slice(0, MOST)) {
    const crop = await cropOne(photographs, rect, scale);
    if (crop) crops.set(key, crop);
  }
  for (const { bitmap } of photographs) bitmap.close();
  if (requests.length > MOST) state.notes.push(`only ${MOST} of ${requests.length} places were cut out`);
  return crops;
}

/** The tiles from top to bottom; the window's picture where the page fits into it. */
async function openPhotographs(state: PageState, scale: number): Promise<Photograph[]> {
  const view = mainFrame(state)?.viewport;
  const photographed = state.files.filter(({ pixels }) => pixels === 'photographed');
  const tiles = photographed.filter(({ name }) => name.startsWith('page-'));
  const photographs: Photograph[] = [];
  let top = 0;
  for (const { blob } of tiles) {
    const bitmap = await createImageBitmap(blob);
    photographs.push({ bitmap, top, left: 0 });
    top += bitmap.height / scale;
  }
  const window = photographed.find(({ name }) => name === 'viewport.png');
  if (tiles.length === 0 && window && view) {
    const bitmap = await createImageBitmap(window.blob);
    photographs.push({ bitmap, top: view.scrollY, left: view.scrollX });
  }
  return photographs;
}

async function cropOne(
  photographs: readonly Photograph[],
  rect: PixelRequest['rect'],
  scale: number,
): Promise<string | null> {
  const width = Math.round(rect.width * scale);
  const height = Math.round(rect.height * scale);
  const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  let shown = false;
  for (const { bitmap, top, left } of photographs) {
    const x = Math.round((rect.x - left) * scale);
    const y = Math.round((rect.y - top) * scale);
    if (x >= bitmap.width || y >= bitmap.height || x + width <= 0 || y + height <= 0) continue;
    context.drawImage(bitmap, -x, -y);
    shown = true;
  }
  if (!shown) return null;
  const png = await canvas.convertToBlob({ type: 'image/png' });
  return `data:image/png;base64,${toBase64(new Uint8Array(await png.arrayBuffer()))}`;
}
