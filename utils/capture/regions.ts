/** A rectangle in whole device pixels. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What two rectangles share; null if nothing. */
export function overlap(a: Region, b: Region): Region | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** What is left of rectangles without `hole`; none of the parts covers another if none did before. */
export function without(regions: readonly Region[], hole: Region): Region[] {
  return regions.flatMap((region) => {
    const cut = overlap(region, hole);
    if (!cut) return [region];
    const right = region.x + region.width - (cut.x + cut.width);
    const below = region.y + region.height - (cut.y + cut.height);
    return [
      { x: region.x, y: region.y, width: region.width, height: cut.y - region.y },
      { x: region.x, y: cut.y, width: cut.x - region.x, height: cut.height },
      { x: cut.x + cut.width, y: cut.y, width: right, height: cut.height },
      { x: region.x, y: cut.y + cut.height, width: region.width, height: below },
    ].filter(({ width, height }) => width > 0 && height > 0);
  });
}
