import type { Rect } from '@/utils/snapshot/frame-snapshot';
import type { Photograph } from './photographs';

/** Where a photograph stands on the page. */
type Area = Pick<Photograph, 'left' | 'top' | 'width' | 'height'>;

/** The part of a rect (CSS pixels of the page) that the photographs reach; null if none of it. */
export function shownPart(photographs: readonly Area[], rect: Rect, scale: number): Rect | null {
  if (photographs.length === 0) return null;
  const left = Math.max(rect.x, Math.min(...photographs.map((photograph) => photograph.left)));
  const top = Math.max(rect.y, Math.min(...photographs.map((photograph) => photograph.top)));
  const right = Math.min(rect.x + rect.width, Math.max(...photographs.map((one) => endOf(one, scale).x)));
  const bottom = Math.min(rect.y + rect.height, Math.max(...photographs.map((one) => endOf(one, scale).y)));
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

function endOf({ left, top, width, height }: Area, scale: number): { x: number; y: number } {
  return { x: left + width / scale, y: top + height / scale };
}

/** Whether a photograph shows all of a rect. */
export function covers(photograph: Area, rect: Rect, scale: number): boolean {
  const end = endOf(photograph, scale);
  return (
    rect.x >= photograph.left &&
    rect.y >= photograph.top &&
    rect.x + rect.width <= end.x &&
    rect.y + rect.height <= end.y
  );
}

/** Squares of `side` CSS pixels over a photograph, each half over the next: a code of half the side is whole in one. */
export function piecesOf(photograph: Area, scale: number, side: number): Rect[] {
  const { x: right, y: bottom } = endOf(photograph, scale);
  const pieces: Rect[] = [];
  for (const y of startsOf(photograph.top, bottom, side)) {
    for (const x of startsOf(photograph.left, right, side)) pieces.push({ x, y, width: side, height: side });
  }
  return pieces;
}

function startsOf(from: number, to: number, side: number): number[] {
  const starts = [from];
  // Counted, not compared: `to - side + side` may be less than `to` by the last bit, for ever.
  const count = Math.ceil((to - from - side) / (side / 2) - 1e-6);
  for (let step = 1; step <= count; step += 1) starts.push(Math.min(from + (step * side) / 2, to - side));
  return starts;
}
