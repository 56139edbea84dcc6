/** One number a row of pixels, equal for equal rows; 0 for a row of one colour, which says nothing of where it is. */
export type RowMarks = Uint32Array;

/** Mark of a row that is not to be compared. */
export const UNKNOWN = 1;

/** Rows that must agree before a shift is believed, and their least share of those that say something. */
const LEAST_ROWS = 8;
const LEAST_SHARE = 0.7;

/** Marks the rows of RGBA pixels (FNV-1a over a row). */
export function markRows(pixels: {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}): RowMarks {
  const { data, width, height } = pixels;
  const words = new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4);
  const marks = new Uint32Array(height);
  for (let row = 0; row < height; row += 1) {
    const from = row * width;
    const first = words[from] ?? 0;
    let hash = 0x811c9dc5;
    let isPlain = true;
    for (let at = from; at < from + width; at += 1) {
      const word = words[at] ?? 0;
      if (word !== first) isPlain = false;
      hash = Math.imul(hash ^ word, 0x01000193);
    }
    marks[row] = isPlain ? 0 : Math.max(2, hash >>> 0);
  }
  return marks;
}

/**
 * By how many rows the second picture stands lower on the strip than the first, told by rows that both show: the one
 * nearest to `expected` of those that most rows speak for, not farther from it than `reach`. Null if none does.
 */
export function findShift(before: RowMarks, after: RowMarks, expected: number, reach: number): number | null {
  let best: { readonly shift: number; readonly equal: number } | null = null;
  const most = before.length - 1;
  const from = Math.max(-most, Math.round(expected - reach));
  const to = Math.min(most, Math.round(expected + reach));
  const shifts = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  shifts.sort((a, b) => Math.abs(a - expected) - Math.abs(b - expected));
  for (const shift of shifts) {
    const equal = agreeing(before, after, shift);
    if (equal > (best?.equal ?? 0)) best = { shift, equal };
  }
  return best?.shift ?? null;
}

/** Rows that agree at a shift; 0 if they are too few to be believed. */
function agreeing(before: RowMarks, after: RowMarks, shift: number): number {
  let equal = 0;
  let telling = 0;
  for (let row = Math.max(0, -shift); row < after.length && row + shift < before.length; row += 1) {
    const one = before[row + shift];
    const two = after[row];
    if (one === UNKNOWN || two === UNKNOWN || (one === 0 && two === 0)) continue;
    telling += 1;
    if (one === two) equal += 1;
  }
  return equal >= LEAST_ROWS && equal >= telling * LEAST_SHARE ? equal : 0;
}
