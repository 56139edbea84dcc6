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
  open(): Promise<OffscreenCanvas>;
}

/** What was photographed of a page, never what was drawn. `scale`: device pixels for one CSS pixel. */
export interface Photographs {
  readonly scale: number;
  /** From top to bottom; none where the page fits into the window. */
  readonly tiles: readonly Photograph[];
  readonly window: Photograph | null;
  /** Inner areas: each stands by itself, `left` and `top` are 0. */
  readonly panes: readonly Photograph[];
}

export type CanvasCache = ReturnType<typeof createCanvasCache>;

/** Decoded pictures kept at a time: a tile may take 90 MB, and a place lies on two at most. */
const KEPT = 2;

/** Finds out where each photograph stands; `state.canvases` decodes the pictures themselves when they are asked for. */
export async function openPhotographs(state: PageState): Promise<Photographs> {
  const view = mainFrame(state)?.viewport;
  const scale = view?.devicePixelRatio ?? 1;
  const photographed = state.files.filter(({ pixels }) => pixels === 'photographed');
  const { canvases } = state;
  const tiles: Photograph[] = [];
  let top = 0;
  for (const { name, blob } of photographed.filter((file) => file.name.startsWith('page-'))) {
    const size = await pngSize(blob);
    tiles.push({ name, left: 0, top, ...size, open: () => canvases.open(blob) });
    top += size.height / scale;
  }
  const shown = photographed.find(({ name }) => name === 'viewport.png');
  const window = shown &&
    view && {
      name: shown.name,
      left: view.scrollX,
      top: view.scrollY,
      ...(await pngSize(shown.blob)),
      open: () => canvases.open(shown.blob),
    };
  const panes: Photograph[] = [];
  for (const { name, blob } of photographed.filter((file) => file.name.startsWith('pane-'))) {
    panes.push({ name, left: 0, top: 0, ...(await pngSize(blob)), open: () => canvases.open(blob) });
  }
  return { scale, tiles, window: window ?? null, panes };
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
    contextOf(canvas).drawImage(await photograph.open(), -x, -y);
  }
  return canvas;
}

/** The pixels that `drawPlace` would draw, read off without drawing where one photograph alone shows the place. */
export async function readPlace(
  photographs: readonly Photograph[],
  rect: Rect,
  scale: number,
): Promise<ImageData | null> {
  const width = Math.max(1, Math.round(rect.width * scale));
  const height = Math.max(1, Math.round(rect.height * scale));
  for (const photograph of photographs) {
    const x = Math.round((rect.x - photograph.left) * scale);
    const y = Math.round((rect.y - photograph.top) * scale);
    if (x < 0 || y < 0 || x + width > photograph.width || y + height > photograph.height) continue;
    return contextOf(await photograph.open()).getImageData(x, y, width, height);
  }
  const canvas = await drawPlace(photographs, rect, scale);
  return canvas && contextOf(canvas).getImageData(0, 0, width, height);
}

// Kept where the processor is: from the graphics card, reading back takes longer than decoding.
function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  return context;
}

/**
 * Photographs as canvases, the last ones kept: several steps read them, and decoding takes longer than most of what is
 * done then; reading a part of a bitmap costs a copy of the whole.
 */
export function createCanvasCache() {
  const open: { readonly blob: Blob; readonly canvas: OffscreenCanvas }[] = [];
  return {
    async open(blob: Blob): Promise<OffscreenCanvas> {
      const known = open.find((entry) => entry.blob === blob);
      if (known) return known.canvas;
      const bitmap = await createImageBitmap(blob);
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      contextOf(canvas).drawImage(bitmap, 0, 0);
      bitmap.close();
      open.push({ blob, canvas });
      if (open.length > KEPT) free(open.shift()?.canvas);
      return canvas;
    },
    /** Frees the memory; what is asked for again is decoded again. */
    close(): void {
      for (const { canvas } of open.splice(0)) free(canvas);
    },
  };
}

/** A canvas without pixels takes no memory, whenever it is collected. */
function free(canvas: OffscreenCanvas | undefined): void {
  if (canvas) canvas.width = canvas.height = 0;
}
