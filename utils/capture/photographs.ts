import type { Rect } from '@/utils/snapshot/frame-snapshot';
import { pngSize } from './files';
import { mainFrame, type PageState } from './page-state';

/** A photograph of a part of the page: `left` and `top` in CSS pixels of the page, sizes in device pixels. */
export interface Photograph {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  open(): Promise<ImageBitmap>;
}

/** What was photographed of a page, never what was drawn. `scale`: device pixels for one CSS pixel. */
export interface Photographs {
  readonly scale: number;
  /** From top to bottom; none where the page fits into the window. */
  readonly tiles: readonly Photograph[];
  readonly window: Photograph | null;
  /** Inner areas: each stands by itself, `left` and `top` are 0. */
  readonly panes: readonly Photograph[];
  close(): void;
}

/** Decoded pictures kept at a time: a tile may take 60 MB, and a place lies on two at most. */
const KEPT = 2;

/** Finds out where each photograph stands; the pictures themselves are decoded when they are asked for. */
export async function openPhotographs(state: PageState): Promise<Photographs> {
  const view = mainFrame(state)?.viewport;
  const scale = view?.devicePixelRatio ?? 1;
  const photographed = state.files.filter(({ pixels }) => pixels === 'photographed');
  const bitmaps = createBitmapCache();
  const tiles: Photograph[] = [];
  let top = 0;
  for (const { name, blob } of photographed.filter((file) => file.name.startsWith('page-'))) {
    const size = await pngSize(blob);
    tiles.push({ name, left: 0, top, ...size, open: () => bitmaps.open(blob) });
    top += size.height / scale;
  }
  const shown = photographed.find(({ name }) => name === 'viewport.png');
  const window = shown &&
    view && {
      name: shown.name,
      left: view.scrollX,
      top: view.scrollY,
      ...(await pngSize(shown.blob)),
      open: () => bitmaps.open(shown.blob),
    };
  const panes: Photograph[] = [];
  for (const { name, blob } of photographed.filter((file) => file.name.startsWith('pane-'))) {
    panes.push({ name, left: 0, top: 0, ...(await pngSize(blob)), open: () => bitmaps.open(blob) });
  }
  return { scale, tiles, window: window ?? null, panes, close: bitmaps.close };
}

/**
 * Draws what the photographs show of `rect` (CSS pixels of the page) onto a canvas of its size times `scale`;
 * null if they show nothing of it.
 */
export async function drawPlace(
  photographs: readonly Photograph[],
  rect: Rect,
  scale: number,
): Promise<OffscreenCanvas | null> {
  const width = Math.max(1, Math.round(rect.width * scale));
  const height = Math.max(1, Math.round(rect.height * scale));
  let canvas: OffscreenCanvas | null = null;
  for (const photograph of photographs) {
    const x = Math.round((rect.x - photograph.left) * scale);
    const y = Math.round((rect.y - photograph.top) * scale);
    if (x >= photograph.width || y >= photograph.height || x + width <= 0 || y + height <= 0) continue;
    canvas ??= new OffscreenCanvas(width, height);
    // Kept where the processor is: from the graphics card, reading back takes longer than decoding.
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    context.drawImage(await photograph.open(), -x, -y);
  }
  return canvas;
}

function createBitmapCache() {
  const open: { readonly blob: Blob; readonly bitmap: ImageBitmap }[] = [];
  return {
    async open(blob: Blob): Promise<ImageBitmap> {
      const known = open.find((entry) => entry.blob === blob);
      if (known) return known.bitmap;
      const bitmap = await createImageBitmap(blob);
      open.push({ blob, bitmap });
      if (open.length > KEPT) open.shift()?.bitmap.close();
      return bitmap;
    },
    close() {
      for (const { bitmap } of open.splice(0)) bitmap.close();
    },
  };
}
