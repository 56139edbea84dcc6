import { describe, expect, it } from 'vitest';
import { hasFinderPatterns } from '@/utils/capture/finder-patterns';
import { readQr } from '@/utils/capture/read-qr';
import { CODES } from '../../fixtures/qr/codes';
import { drawQr } from '../../fixtures/qr/draw';

/** A code on a page: the pixels around it are `ground`. */
function onPage(code: ReturnType<typeof drawQr>, ground: number, side = 800) {
  const data = new Uint8ClampedArray(side * side * 4).fill(ground);
  for (let y = 0; y < code.height; y += 1) {
    const row = code.data.subarray(y * code.width * 4, (y + 1) * code.width * 4);
    data.set(row, ((y + 40) * side + 60) * 4);
  }
  return { width: side, height: side, data };
}

describe('hasFinderPatterns', () => {
  it('passes every code that the decoder reads, whatever its size, colours and surroundings', {
    timeout: 30_000,
  }, async () => {
    const looks = [
      { module: 1 },
      { module: 1.5, quiet: 0 },
      { module: 2.3 },
      { module: 4 },
      { module: 9 },
      { module: 15 },
      { inverted: true },
      { inverted: true, quiet: 0 },
      { turned: true },
      { dark: [90, 255], light: [160, 255] },
    ] as const;
    let read = 0;
    const refused: object[] = [];
    for (const look of looks) {
      const code = drawQr(CODES.small.text, look);
      for (const ground of [0, 60, 255]) {
        const page = onPage(code, ground);
        if ((await readQr(page)).length === 0) continue;
        read += 1;
        if (!hasFinderPatterns(page)) refused.push({ look, ground });
      }
    }
    expect(refused).toEqual([]);
    expect(read).toBeGreaterThan(15);
  });

  it('turns away an empty page, stripes and noise', () => {
    const blank = (paint: (x: number, y: number) => number) => {
      const data = new Uint8ClampedArray(400 * 400 * 4);
      for (let i = 0; i < 400 * 400; i += 1) data.fill(paint(i % 400, Math.floor(i / 400)), i * 4, i * 4 + 4);
      return { width: 400, height: 400, data };
    };
    expect(hasFinderPatterns(blank(() => 250))).toBe(false);
    expect(hasFinderPatterns(blank((x) => (Math.floor(x / 10) % 2) * 255))).toBe(false);
    expect(hasFinderPatterns(blank((x, y) => (x * 255) / 400 + y * 0))).toBe(false);
  });
});
