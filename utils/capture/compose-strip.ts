import type { StripPart, StripShot } from './plan-strip';
import { planStrip } from './plan-strip';
import { overlap, type Region } from './regions';
import { TILE_HEIGHT } from './tiles';

/** A photograph of the window; the strip's part of it begins at `sourceX`, `sourceY`. Device pixels. */
export interface WindowShot extends StripShot {
  readonly blob: Blob;
  readonly sourceX: number;
  readonly sourceY: number;
}

/**
 * Joins photographs of the window into tiles of at most 8,000 rows, pixel by pixel and without changing any. Gives the
 * share of the strip (0 to 1) that none shows: it stays transparent. Needs OffscreenCanvas.
 */
export async function composeStrip(
  shots: readonly WindowShot[],
  onTile: (tile: Blob) => void,
): Promise<{ readonly hiddenShare: number }> {
  const width = Math.max(0, ...shots.map((shot) => shot.width));
  const height = Math.max(0, ...shots.map((shot) => shot.top + shot.height));
  const { parts, hidden } = planStrip(shots, height);
  for (let top = 0; top < height; top += TILE_HEIGHT) {
    const tile = { x: 0, y: top, width, height: Math.min(TILE_HEIGHT, height - top) };
    onTile(await drawTile(tile, shots, parts));
  }
  const area = (regions: readonly Region[]) =>
    regions.reduce((sum, region) => sum + region.width * region.height, 0);
  return { hiddenShare: area(hidden) / Math.max(1, width * height) };
}

async function drawTile(
  tile: Region,
  shots: readonly WindowShot[],
  parts: readonly StripPart[],
): Promise<Blob> {
  const canvas = new OffscreenCanvas(tile.width, tile.height);
  // Kept where the processor is: what is read back from a graphics card may differ by a shade.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  for (const [at, shot] of shots.entries()) {
    const own = parts.filter((part) => part.shot === at).flatMap((part) => overlap(part, tile) ?? []);
    if (own.length === 0) continue;
    const bitmap = await createImageBitmap(shot.blob, { colorSpaceConversion: 'none' });
    for (const { x, y, width, height } of own) {
      const from = { x: x + shot.sourceX, y: y - shot.top + shot.sourceY };
      context.drawImage(bitmap, from.x, from.y, width, height, x, y - tile.y, width, height);
    }
    bitmap.close();
  }
  return canvas.convertToBlob({ type: 'image/png' });
}
