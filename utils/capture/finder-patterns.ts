import type { Pixels } from './read-qr';

/** Every second row is scanned: the core of a finder pattern is at least three pixels high. */
const ROW_STEP = 2;
/** How far a run may be from its share of 1 : 1 : 3 : 1 : 1, in modules: blur and slant widen and narrow runs. */
const SLACK = 0.8;
/** Least difference of luminance between dark and light modules. */
const CONTRAST = 24;
/** Two centres nearer than this are one, in pixels. */
const APART = 5;
/** Side of the blocks whose mean luminance, with that of so many neighbours, parts dark from light; each is tried. */
const BLOCK = 40;
const REACHES = [2, 0, Number.POSITIVE_INFINITY];

/**
 * Whether a picture may hold a QR code: whether three places look like the centre of a finder pattern (runs of
 * 1 : 1 : 3 : 1 : 1 across and down, ISO/IEC 18004, 6.3.3), dark on light or light on dark. Many times as fast as
 * decoding, and says yes too often rather than no.
 */
export function hasFinderPatterns(pixels: Pixels): boolean {
  const luminance = toLuminance(pixels);
  if (!hasContrast(luminance)) return false;
  const sums = sumBlocks(luminance, pixels);
  return REACHES.some((reach) => hasThreeCentres(toBits(luminance, sums, pixels, reach), pixels));
}

/** Most of a page is of one colour: nothing there is worth a second look. */
function hasContrast(luminance: Uint8Array): boolean {
  let least = 255;
  let most = 0;
  for (const value of luminance) {
    if (value < least) least = value;
    if (value > most) most = value;
    if (most - least >= CONTRAST) return true;
  }
  return false;
}

function toLuminance({ width, height, data }: Pixels): Uint8Array {
  const out = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < out.length; i += 1, at += 4) {
    out[i] = ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 151 + (data[at + 2] ?? 0) * 28) >> 8;
  }
  return out;
}

function sumBlocks(luminance: Uint8Array, { width, height }: Pixels): Float64Array {
  const columns = Math.ceil(width / BLOCK);
  const sums = new Float64Array(columns * Math.ceil(height / BLOCK));
  for (let y = 0; y < height; y += 1) {
    const block = Math.floor(y / BLOCK) * columns;
    for (let x = 0; x < width; x += 1) {
      const at = block + Math.floor(x / BLOCK);
      sums[at] = (sums[at] ?? 0) + (luminance[y * width + x] ?? 0);
    }
  }
  return sums;
}

/** 1 for light, 0 for dark, against the mean of the surroundings: `reach` blocks on each side. */
function toBits(
  luminance: Uint8Array,
  sums: Float64Array,
  { width, height }: Pixels,
  reach: number,
): Uint8Array {
  const columns = Math.ceil(width / BLOCK);
  const rows = Math.ceil(height / BLOCK);
  const bits = new Uint8Array(luminance.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const level = meanAround(sums, { columns, rows, row, column, reach, width, height });
      const bottom = Math.min(height, (row + 1) * BLOCK);
      const right = Math.min(width, (column + 1) * BLOCK);
      for (let y = row * BLOCK; y < bottom; y += 1) {
        for (let at = y * width + column * BLOCK; at < y * width + right; at += 1) {
          bits[at] = (luminance[at] ?? 0) > level ? 1 : 0;
        }
      }
    }
  }
  return bits;
}

interface Around {
  readonly columns: number;
  readonly rows: number;
  readonly row: number;
  readonly column: number;
  readonly reach: number;
  readonly width: number;
  readonly height: number;
}

function meanAround(
  sums: Float64Array,
  { columns, rows, row, column, reach, width, height }: Around,
): number {
  const top = Math.max(0, row - reach);
  const bottom = Math.min(rows - 1, row + reach);
  const left = Math.max(0, column - reach);
  const right = Math.min(columns - 1, column + reach);
  let sum = 0;
  for (let r = top; r <= bottom; r += 1)
    for (let c = left; c <= right; c += 1) sum += sums[r * columns + c] ?? 0;
  const wide = Math.min(width, (right + 1) * BLOCK) - left * BLOCK;
  const high = Math.min(height, (bottom + 1) * BLOCK) - top * BLOCK;
  return sum / (wide * high);
}

function hasThreeCentres(bits: Uint8Array, { width, height }: Pixels): boolean {
  const centres: { x: number; y: number }[] = [];
  for (let y = 1; y < height; y += ROW_STEP) {
    for (const x of centresAlong(bits, y * width, 1, width)) {
      const isNew = centres.every((it) => Math.abs(it.x - x) + Math.abs(it.y - y) >= APART);
      if (!isNew || !crosses(bits, x, width, height, y)) continue;
      centres.push({ x, y });
      if (centres.length === 3) return true;
    }
  }
  return false;
}

/** Whether the column through (x, y) has a centre where the row has one, within the core's height. */
function crosses(bits: Uint8Array, x: number, width: number, height: number, y: number): boolean {
  let core = 1;
  const bit = bits[y * width + x];
  while (y + core < height && bits[(y + core) * width + x] === bit) core += 1;
  for (const centre of centresAlong(bits, x, width, height)) if (Math.abs(centre - y) <= core) return true;
  return false;
}

/** Middles of all runs of 1 : 1 : 3 : 1 : 1 along a line of `length` pixels, `step` apart, from `start`. */
function centresAlong(bits: Uint8Array, start: number, step: number, length: number): number[] {
  const centres: number[] = [];
  // The last five runs, oldest first: plain numbers, for this is done a million times a page.
  let [a, b, c, d, e] = [0, 0, 0, 0, 0];
  let bit = bits[start];
  let begun = 0;
  for (let i = 1; i <= length; i += 1) {
    const next = i < length ? bits[start + i * step] : -1;
    if (next === bit) continue;
    [a, b, c, d, e] = [b, c, d, e, i - begun];
    bit = next;
    begun = i;
    if (a > 0 && fits(a, b, c, d, e)) centres.push(i - 1 - e - d - (c >> 1));
  }
  return centres;
}

function fits(a: number, b: number, c: number, d: number, e: number): boolean {
  const unit = (a + b + c + d + e) / 7;
  const slack = SLACK * unit;
  return (
    Math.abs(c - 3 * unit) <= 1.5 * slack &&
    Math.abs(a - unit) <= slack &&
    Math.abs(b - unit) <= slack &&
    Math.abs(d - unit) <= slack &&
    Math.abs(e - unit) <= slack
  );
}
