import type { FramePart, FrameSnapshot, Rect } from '@/utils/snapshot/frame-snapshot';
import { mainFrame, type PageState } from './page-state';
import { shownPart } from './photograph-geometry';
import { drawPlace, lumaOfPlace, openPhotographs, type Photographs } from './photographs';

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
  const luma = await lumaOfPlace(tiles, shown, scale);
  if (!luma?.data.every((value) => value === luma.data[0])) return false;
  // Colours may be as bright as each other.
  const canvas = await drawPlace(tiles, shown, scale);
  const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
  if (!data) return false;
  const words = new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4);
  return words.every((word) => word === words[0]);
}
