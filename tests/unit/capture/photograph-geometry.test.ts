import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, piecesOf, shownPart } from '@/utils/capture/photograph-geometry';

const tiles = [
  { left: 0, top: 0, width: 2560, height: 8000 },
  { left: 0, top: 4000, width: 2560, height: 1000 },
];

describe('shownPart', () => {
  it('cuts a rect to what the photographs reach, over their border', () => {
    expect(shownPart(tiles, { x: -50, y: 3900, width: 5000, height: 1e9 }, 2)).toEqual({
      x: 0,
      y: 3900,
      width: 1280,
      height: 600,
    });
  });

  it('gives null for what lies outside, and without photographs', () => {
    expect(shownPart(tiles, { x: 0, y: 4500, width: 10, height: 10 }, 2)).toBeNull();
    expect(shownPart([], { x: 0, y: 0, width: 10, height: 10 }, 2)).toBeNull();
  });
});

describe('covers', () => {
  it('is true only for a rect that is shown as a whole', () => {
    const window = { left: 0, top: 500, width: 1280, height: 700 };
    expect(covers(window, { x: 10, y: 500, width: 1270, height: 700 }, 1)).toBe(true);
    expect(covers(window, { x: 10, y: 499, width: 100, height: 100 }, 1)).toBe(false);
    expect(covers(window, { x: 10, y: 1150, width: 100, height: 100 }, 1)).toBe(false);
  });
});

describe('piecesOf', () => {
  it('comes to an end where the last piece ends a bit before the edge by rounding', () => {
    const photograph = { left: 0, top: 0.1, width: 900, height: 1_333.3 };
    for (const side of [0.7, 333.33, 1_000.1 / 3])
      expect(piecesOf(photograph, 3, side).length).toBeLessThan(2_000_000);
    const tall = { left: 0, top: 2666 / 3, width: 1820, height: 5332 };
    for (let scale = 1; scale < 4; scale += 0.01)
      expect(piecesOf(tall, scale, 1000 / 1.5).length).toBeLessThan(2_000);
  });

  it('holds every square of up to half a side in one piece, wherever it stands', () => {
    const size = fc.integer({ min: 200, max: 5000 });
    fc.assert(
      fc.property(size, size, fc.nat(), fc.nat(), (width, height, seedX, seedY) => {
        const photograph = { left: 30, top: 70, width, height };
        const [code, side] = [200, 400];
        const x = 30 + (seedX % (width - code + 1));
        const y = 70 + (seedY % (height - code + 1));
        const whole = piecesOf(photograph, 1, side).some(
          (piece) => piece.x <= x && piece.y <= y && piece.x + side >= x + code && piece.y + side >= y + code,
        );
        expect(whole).toBe(true);
      }),
    );
  });
});
