import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lumaOf, type Pixels } from '@/utils/capture/luma';
import { createQrDecoder, MOST_SIDE } from '@/utils/capture/read-qr';
import { extractFromSources } from '@/utils/indicators/extract';
import { CODES } from '../../fixtures/qr/codes';
import { beside, drawQr } from '../../fixtures/qr/draw';

const { text } = CODES.small;
const decoder = createQrDecoder();
const readQr = (pixels: Pixels) => decoder.read(lumaOf(pixels));
const textsIn = async (pixels: Pixels) => (await readQr(pixels)).map((reading) => reading.text);

describe('createQrDecoder', () => {
  it.each([
    ['one pixel a module', { module: 1 }],
    ['a scale that is not whole', { module: 2.3 }],
    ['no quiet zone', { quiet: 0 }],
    ['no quiet zone, small', { module: 1.5, quiet: 0 }],
    ['light on dark', { inverted: true }],
    ['light on dark, no quiet zone', { inverted: true, quiet: 0 }],
    ['a quarter turn', { turned: true }],
    ['grey on grey', { dark: [90, 255], light: [160, 255] }],
  ] as const)('reads a code with %s', async (_name, look) => {
    expect(await textsIn(drawQr(text, look))).toEqual([text]);
  });

  it('reads every code of a picture, and says where each stands', async () => {
    const [first, second] = [drawQr(text), drawQr(CODES.twin.text)];
    const readings = await readQr(beside([first, second], 40));
    expect(readings.map((reading) => reading.text).sort()).toEqual([text, CODES.twin.text].sort());
    const box = readings.find((reading) => reading.text === CODES.twin.text)?.box;
    const left = 40 + first.width + 40 + 4 * 4;
    expect(Math.abs((box?.x ?? 0) - left)).toBeLessThan(4);
    expect(Math.abs((box?.width ?? 0) - (second.width - 2 * 4 * 4))).toBeLessThan(8);
  });

  it('gives the box in the pixels that were given, also when it had to enlarge them', async () => {
    const small = drawQr(text, { module: 1.75, quiet: 1 });
    const [reading] = await readQr(small);
    expect(Math.abs((reading?.box.x ?? 99) - 1.75)).toBeLessThan(2);
    expect(Math.abs((reading?.box.width ?? 0) - (small.width - 3.5))).toBeLessThan(3);
  });

  it('reads nothing in noise, in blank pictures, and in what is too small', async () => {
    const noise = fc.uint8Array({ minLength: 64 * 48 * 4, maxLength: 64 * 48 * 4 });
    await fc.assert(
      fc.asyncProperty(noise, async (bytes) => {
        expect(await readQr({ width: 64, height: 48, data: new Uint8ClampedArray(bytes) })).toEqual([]);
      }),
      { numRuns: 20 },
    );
    expect(await readQr(blank(300, 200))).toEqual([]);
    expect(await readQr(blank(20, 900))).toEqual([]);
  });

  it('refuses more pixels than it can look at in reasonable time', async () => {
    await expect(readQr(blank(MOST_SIDE + 1, 30))).rejects.toThrow(RangeError);
  });

  it('survives a picture that is full of finder patterns', async () => {
    expect(await readQr(finders(400, 400))).toEqual([]);
  });

  it.each(Object.entries(CODES))('%s: its text unfolds into the indicator', async (_name, code) => {
    const [read = ''] = await textsIn(drawQr(code.text));
    const found = extractFromSources([
      { origin: 'qr', text: read, place: 'img https://shop.example/qr.png' },
    ]);
    expect(found.find(({ type, value }) => type === code.type && value === code.value)).toMatchObject({
      valid: true,
      sightings: [{ origin: 'qr', place: 'img https://shop.example/qr.png' }],
    });
  });
});

function blank(width: number, height: number): Pixels {
  return { width, height, data: new Uint8ClampedArray(width * height * 4).fill(255) };
}

/** Finder patterns of two pixels a module, side by side. */
function finders(width: number, height: number): Pixels {
  const picture = blank(width, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [column, row] = [(x >> 1) % 9, (y >> 1) % 9];
      const ring = Math.max(Math.abs(column - 3), Math.abs(row - 3));
      if (ring === 3 || ring <= 1) picture.data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return picture;
}
