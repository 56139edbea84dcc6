import { isTileName } from '@/utils/domain/capture';
import { freeBytes } from '@/utils/domain/free-bytes';
import type { Rect } from '@/utils/snapshot/frame-snapshot';
import { type CaptureFile, pngSize } from './files';
import { blankLuma, copyLuma, type Luma, putLuma } from './luma';
import { mainFrame, type PageState } from './page-state';

/** A photograph of a part of the page: `left` and `top` in CSS pixels of the page, sizes in device pixels. */
export interface Photograph {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  open(): Promise<OffscreenCanvas>;
  luma(): Promise<Luma>;
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
  const photographed = state.files.filter(({ pixels }) => pixels === 'photographed');
  const { canvases } = state;
  const tiles: Photograph[] = [];
  const ofPage = photographed.filter(({ name }) => isTileName(name));
  for await (const tile of placeTiles(state, ofPage)) tiles.push(tile);
  const panes: Photograph[] = [];
  for (const { name, blob } of photographed.filter((file) => file.name.startsWith('pane-'))) {
    panes.push({ name, left: 0, top: 0, ...(await pngSize(blob)), ...canvases.of(blob) });
  }
  return { scale: scaleOf(state), tiles, window: await placeWindow(state), panes };
}

/** Device pixels for one CSS pixel of the page. */
export function scaleOf(state: Pick<PageState, 'seen'>): number {
  return mainFrame(state)?.viewport.devicePixelRatio ?? 1;
}

/** The photograph of the window; null if there is none, or nobody knows where on the page it stood. */
export async function placeWindow(state: PageState): Promise<Photograph | null> {
  const view = mainFrame(state)?.viewport;
  const shown = state.files.find(({ name, pixels }) => name === 'viewport.png' && pixels === 'photographed');
  if (!view || !shown) return null;
  const { name, blob } = shown;
  return {
    name,
    left: view.scrollX,
    top: view.scrollY,
    ...(await pngSize(blob)),
    ...state.canvases.of(blob),
  };
}

/** Finds out where the tiles of a page stand, one below the other, as they come. */
export async function* placeTiles(
  state: PageState,
  files: Iterable<CaptureFile> | AsyncIterable<CaptureFile>,
): AsyncGenerator<Photograph> {
  const scale = scaleOf(state);
  let top = 0;
  for await (const { name, blob } of files) {
    const size = await pngSize(blob);
    yield { name, left: 0, top, ...size, ...state.canvases.of(blob) };
    top += size.height / scale;
  }
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

/** The brightness of what `drawPlace` would draw; null likewise. */
export async function lumaOfPlace(
  photographs: readonly Photograph[],
  rect: Rect,
  scale: number,
): Promise<Luma | null> {
  const width = Math.max(1, Math.round(rect.width * scale));
  const height = Math.max(1, Math.round(rect.height * scale));
  let luma: Luma | null = null;
  for (const photograph of photographs) {
    const x = Math.round((photograph.left - rect.x) * scale);
    const y = Math.round((photograph.top - rect.y) * scale);
    if (x >= width || y >= height || x + photograph.width <= 0 || y + photograph.height <= 0) continue;
    luma ??= blankLuma(width, height);
    copyLuma(luma, await photograph.luma(), x, y);
  }
  return luma;
}

/** A canvas kept where the processor is: from the graphics card, reading back takes longer than decoding. */
export function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  return context;
}

/**
 * Photographs as canvases, the last ones kept: several steps read them, and decoding takes longer than most of what is
 * done then. Their brightness is kept apart: reading a part of a canvas takes longer than what is done with it.
 */
export function createCanvasCache() {
  const kept: { readonly blob: Blob; readonly canvas: OffscreenCanvas; luma?: Luma }[] = [];
  let isClosed = false;

  async function entryOf(blob: Blob) {
    const known = kept.find((entry) => entry.blob === blob);
    if (known) return known;
    if (isClosed) throw new Error('the capture is over');
    const bitmap = await createImageBitmap(blob);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    contextOf(canvas).drawImage(bitmap, 0, 0);
    bitmap.close();
    const entry: (typeof kept)[number] = { blob, canvas };
    kept.push(entry);
    if (kept.length > KEPT) freeCanvas(kept.shift()?.canvas);
    return entry;
  }

  return {
    /** How to read a photograph, whenever that may be. */
    of: (blob: Blob): Pick<Photograph, 'open' | 'luma'> => ({
      open: async () => (await entryOf(blob)).canvas,
      async luma() {
        const entry = await entryOf(blob);
        entry.luma ??= readLuma(entry.canvas);
        return entry.luma;
      },
    }),
    /** Who asks for a photograph from now on gets an error. The memory is freed soon: that takes time, too. */
    close(): void {
      isClosed = true;
      setTimeout(() => {
        for (const { canvas } of kept.splice(0)) freeCanvas(canvas);
      });
    },
  };
}

/** Rows that are read off a canvas at a time: all of them would take the tile's memory once more. */
const ROWS = 512;

function readLuma(canvas: OffscreenCanvas): Luma {
  const luma = blankLuma(canvas.width, canvas.height);
  const context = contextOf(canvas);
  for (let row = 0; row < canvas.height; row += ROWS) {
    const rows = context.getImageData(0, row, canvas.width, Math.min(ROWS, canvas.height - row));
    putLuma(luma, rows, row);
    freeBytes(rows.data);
  }
  return luma;
}

/** A canvas without pixels takes no memory, whenever it is collected. */
export function freeCanvas(canvas: OffscreenCanvas | undefined): void {
  if (canvas) canvas.width = canvas.height = 0;
}
