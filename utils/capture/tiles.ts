/** A part of the page, in CSS pixels from its top left corner. */
export interface TileRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Device pixels that one tile is high at most: common tools open nothing over 16,000. */
export const TILE_HEIGHT = 8_000;

/** CSS pixels after which a page is cut: some pages have no end. */
export const MAX_PAGE_HEIGHT = 120_000;

/** Heights that are tried for one that is a whole number of device pixels: zoomed pages have odd ratios. */
const TRIED = 500;

/** Cuts a page into tiles from top to bottom; sizes in CSS pixels, `scale` = device pixels for one of them. */
export function tilePage(width: number, height: number, scale: number): TileRect[] {
  const end = Math.min(Math.ceil(height), MAX_PAGE_HEIGHT);
  const step = wholeStep(scale);
  const tiles: TileRect[] = [];
  for (let y = 0; y < end; y += step) {
    tiles.push({ x: 0, y, width: Math.ceil(width), height: Math.min(step, end - y) });
  }
  return tiles;
}

/** The highest tile whose lower edge lies between two device pixels: else each seam would lose or blur a row. */
function wholeStep(scale: number): number {
  const most = Math.max(1, Math.floor(TILE_HEIGHT / scale + 1e-6));
  let best = most;
  for (let step = most; step > Math.max(0, most - TRIED); step -= 1) {
    if (fraction(step * scale) < fraction(best * scale) - 1e-3) best = step;
  }
  return best;
}

function fraction(value: number): number {
  return Math.abs(value - Math.round(value));
}

/** `page-01.png`, `page-02.png`, … */
export function tileName(index: number): string {
  return `page-${String(index + 1).padStart(2, '0')}.png`;
}
