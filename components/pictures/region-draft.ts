import type { PixelRect } from '@/utils/domain/annotation';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where on a picture of `size` pixels a point of the screen is, if the picture is shown in `box`. */
export function pixelAt(point: Point, box: Point & Size, size: Size): Point {
  return {
    x: ((point.x - box.x) / box.width) * size.width,
    y: ((point.y - box.y) / box.height) * size.height,
  };
}

/** The region between two corners, in whole pixels and within the picture; null if it would have no area. */
export function regionBetween(a: Point, b: Point, size: Size): PixelRect | null {
  const clamp = (value: number, limit: number) => Math.min(limit, Math.max(0, value));
  const x = Math.floor(clamp(Math.min(a.x, b.x), size.width));
  const y = Math.floor(clamp(Math.min(a.y, b.y), size.height));
  const width = Math.ceil(clamp(Math.max(a.x, b.x), size.width)) - x;
  const height = Math.ceil(clamp(Math.max(a.y, b.y), size.height)) - y;
  return width < 1 || height < 1 ? null : { x, y, width, height };
}

/** A region with one of its numbers changed, kept within the picture. */
export function withEdge(region: PixelRect, edge: keyof PixelRect, value: number, size: Size): PixelRect {
  const next = { ...region, [edge]: Math.round(value) };
  const x = Math.min(Math.max(0, next.x), size.width - 1);
  const y = Math.min(Math.max(0, next.y), size.height - 1);
  return {
    x,
    y,
    width: Math.min(Math.max(1, next.width), size.width - x),
    height: Math.min(Math.max(1, next.height), size.height - y),
  };
}

/** A region as shares of its picture's width and height, for drawing over it at any size. */
export function sharesOf(region: PixelRect, size: Size) {
  return {
    left: region.x / size.width,
    top: region.y / size.height,
    width: region.width / size.width,
    height: region.height / size.height,
  };
}
