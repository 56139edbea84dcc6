import { describe, expect, it } from 'vitest';
import { findShift, markRows, UNKNOWN } from '@/utils/capture/align-rows';

/** Rows of pixels whose colours say which they are; every `blank`th is white. */
function strip(from: number, count: number, blank = 5): Uint32Array {
  const width = 4;
  const data = new Uint8ClampedArray(width * count * 4).fill(255);
  for (let row = 0; row < count; row += 1) {
    const line = from + row;
    if (line % blank === 0) continue;
    for (let x = 0; x < width; x += 1) {
      const at = (row * width + x) * 4;
      data[at] = (line * 7) % 256;
      data[at + 1] = (line * 13 + x * 40) % 256;
    }
  }
  return markRows({ data, width, height: count });
}

describe('findShift', () => {
  it('finds by how many rows a box was scrolled, either way', () => {
    expect(findShift(strip(0, 120), strip(70, 120), 60, 50)).toBe(70);
    expect(findShift(strip(200, 120), strip(150, 120), -40, 50)).toBe(-50);
    expect(findShift(strip(0, 120), strip(70, 120), 0, 1e9)).toBe(70);
  });

  it('gives null where nothing is common, and where only blank rows are', () => {
    expect(findShift(strip(0, 120), strip(500, 120), 60, 1e9)).toBeNull();
    expect(findShift(strip(0, 50, 1), strip(10, 50, 1), 10, 1e9)).toBeNull();
  });

  it('takes the shift nearest to what was expected when rows repeat', () => {
    const repeated = Uint32Array.from({ length: 100 }, (_, row) => 10 + (row % 20));
    expect(findShift(repeated, repeated, 38, 30)).toBe(20);
    expect(findShift(repeated, repeated, 2, 1)).toBeNull();
  });

  it('bears a few rows that have changed, and does not ask those that are covered', () => {
    const after = strip(70, 120);
    after.fill(99, 20, 30);
    expect(findShift(strip(0, 120), after, 70, 2)).toBe(70);
    after.fill(99, 0, 40);
    expect(findShift(strip(0, 120), after, 70, 2)).toBeNull();
    after.fill(UNKNOWN, 0, 40);
    expect(findShift(strip(0, 120), after, 70, 2)).toBe(70);
  });
});
