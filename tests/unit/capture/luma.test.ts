import { describe, expect, it } from 'vitest';
import { blankLuma, copyLuma, type Luma, lumaOf, putLuma } from '@/utils/capture/luma';

const luma = (width: number, ...values: number[]): Luma => ({
  width,
  height: values.length / width,
  data: new Uint8Array(values),
});
const pixels = (width: number, ...values: number[]) => ({
  width,
  height: values.length / 4 / width,
  data: new Uint8ClampedArray(values),
});

describe('lumaOf', () => {
  it('weighs green twice', () => {
    const colours = [255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255];
    expect(lumaOf(pixels(2, ...colours))).toEqual(luma(2, 63, 127, 63, 255));
  });
});

describe('putLuma', () => {
  it('begins at a row', () => {
    expect(putLuma(blankLuma(1, 3), pixels(1, 8, 8, 8, 255), 1)).toEqual(luma(1, 0, 8, 0));
  });
});

describe('copyLuma', () => {
  it.each([
    ['inside', 1, 1, [0, 0, 0, 0, 1, 2, 0, 3, 4]],
    ['over the upper left corner', -1, -1, [4, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['over the lower right corner', 2, 2, [0, 0, 0, 0, 0, 0, 0, 0, 1]],
    ['outside', 3, 0, [0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['above', 0, -2, [0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ])('copies what lies %s', (_where, x, y, expected) => {
    const into = blankLuma(3, 3);
    copyLuma(into, luma(2, 1, 2, 3, 4), x, y);
    expect([...into.data]).toEqual(expected);
  });
});
