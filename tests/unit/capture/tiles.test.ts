import { describe, expect, it } from 'vitest';
import { MAX_PAGE_HEIGHT, tileName, tilePage } from '@/utils/capture/tiles';

describe('tilePage', () => {
  it('covers the page without gap or overlap, no tile over 8,000 device pixels', () => {
    for (const [height, scale] of [
      [700, 1],
      [8_000, 1],
      [8_001, 1],
      [60_000, 1.25],
      [12_345, 2],
    ] as const) {
      const tiles = tilePage(1280, height, scale);
      let next = 0;
      for (const tile of tiles) {
        expect(tile.y).toBe(next);
        expect(tile.height * scale).toBeLessThanOrEqual(8_000);
        next += tile.height;
      }
      expect(next).toBe(height);
    }
  });

  it('ends every tile between two device pixels, whatever the zoom', () => {
    for (const scale of [
      0.5,
      0.6700000166893005,
      2 / 3,
      0.8375000357627869,
      0.8955223880597015,
      60 / 55,
      1.1,
      1.375,
      2.2,
    ]) {
      for (const tile of tilePage(1280, 60_000, scale).slice(0, -1)) {
        const edge = (tile.y + tile.height) * scale;
        expect(Math.abs(edge - Math.round(edge))).toBeLessThan(0.01);
        expect(tile.height * scale).toBeGreaterThan(7_000);
      }
    }
  });

  it('rounds a fraction of a pixel up, so that the last row is not lost', () => {
    expect(tilePage(1279.5, 900.2, 1)).toEqual([{ x: 0, y: 0, width: 1280, height: 901 }]);
  });

  it('stops a page without end', () => {
    const last = tilePage(1280, 10_000_000, 1).at(-1);
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBe(MAX_PAGE_HEIGHT);
  });

  it('names tiles so that they sort', () => {
    expect([tileName(0), tileName(9)]).toEqual(['page-01.png', 'page-10.png']);
  });
});
