import type { FramePart, FrameSnapshot, Rect } from '@/utils/snapshot/frame-snapshot';
import { mainFrame, type PageState } from './page-state';
import { shownPart } from './photograph-geometry';
import { contextOf, openPhotographs, type Photograph, type Photographs } from './photographs';

/** CSS pixels of a side below which a frame shows nothing to anybody. */
const LEAST_SIDE = 20;
/** Device pixels of a frame that are looked at. */
const MOST_PIXELS = 16_000_000;

/**
 * URLs of the page's frames that have content by their own snapshot, but one colour in the photographs: Chromium may
 * not draw a frame of another site while it is out of sight. Needs OffscreenCanvas.
 */
export async function findBlankFrames(state: PageState): Promise<string[]> {
  const frames = filledFrames(state);
  if (frames.length === 0) return [];
  const photographs = await openPhotographs(state);
  const blank: string[] = [];
  for (const { url, rect } of frames) if (await isBlank(photographs, rect)) blank.push(url);
  return blank;
}

function filledFrames(state: PageState): { readonly url: string; readonly rect: Rect }[] {
  const main = mainFrame(state);
  if (!main) return [];
  const parts = main.parts.filter(
    (part): part is FramePart => typeof part === 'object' && part.k === 'frame',
  );
  return parts.flatMap(({ index, place }) => {
    const child = state.seen.find(
      ({ snapshot: { path } }) => path.length === 1 && path[0] === index,
    )?.snapshot;
    const rect = main.places[place]?.rect;
    if (!child || !rect || !showsSomething(child)) return [];
    return rect.width < LEAST_SIDE || rect.height < LEAST_SIDE ? [] : [{ url: child.url, rect }];
  });
}

function showsSomething({ text, places }: FrameSnapshot): boolean {
  return text.some((line) => typeof line === 'number' || line.trim() !== '') || places.length > 0;
}

async function isBlank({ tiles, scale }: Photographs, rect: Rect): Promise<boolean> {
  const shown = shownPart(tiles, rect, scale);
  if (!shown || shown.width * shown.height * scale * scale > MOST_PIXELS) return false;
  let first: number | undefined;
  for (const tile of tiles) {
    const words = await colours(tile, shown, scale);
    first ??= words[0];
    if (!words.every((word) => word === first)) return false;
  }
  return first !== undefined;
}

/** The pixels of a place that a photograph shows. */
async function colours(tile: Photograph, rect: Rect, scale: number): Promise<Uint32Array> {
  const x = Math.round((rect.x - tile.left) * scale);
  const y = Math.round((rect.y - tile.top) * scale);
  const top = Math.max(0, y);
  const width = Math.min(tile.width - x, Math.round(rect.width * scale));
  const height = Math.min(tile.height, y + Math.round(rect.height * scale)) - top;
  if (width <= 0 || height <= 0) return new Uint32Array();
  const { data } = contextOf(await tile.open()).getImageData(x, top, width, height);
  return new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4);
}
