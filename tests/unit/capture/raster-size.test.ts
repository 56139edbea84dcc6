import { describe, expect, it } from 'vitest';
import { rasterSize } from '@/utils/capture/raster-size';
import { drawQr, toPng } from '../../fixtures/qr/draw';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)),
  );

describe('rasterSize', () => {
  it('reads a PNG', () => {
    const { width, height } = drawQr('x');
    expect(rasterSize(toPng(drawQr('x')))).toEqual({ width, height });
  });

  it.each([
    ['GIF', bytes('GIF89a', [0x40, 1, 0xf0, 0, 0, 0, 0, 0, 0, 0])],
    ['BMP, top-down', bytes('BM', Array(16).fill(0), [0x40, 1, 0, 0, 0x10, 0xff, 0xff, 0xff])],
    ['WebP, lossy', bytes('RIFF....WEBPVP8 ', Array(10).fill(0), [0x40, 1, 0xf0, 0])],
    ['WebP, lossless', bytes('RIFF....WEBPVP8L', [0, 0, 0, 0, 0x2f, 0x3f, 0xc1, 0x3b, 0])],
    ['WebP, extended', bytes('RIFF....WEBPVP8X', Array(8).fill(0), [0x3f, 1, 0, 0xef, 0, 0])],
    [
      'JPEG, progressive, behind a comment and fill bytes',
      bytes([0xff, 0xd8, 0xff, 0xfe, 0, 4, 9, 9, 0xff, 0xff, 0xc2, 0, 17, 8, 0, 0xf0, 1, 0x40, 3]),
    ],
    [
      'AVIF with a thumbnail',
      bytes(
        [0, 0, 0, 16],
        'ftypavif',
        Array(12).fill(0),
        'ispe',
        [0, 0, 0, 0],
        [0, 0, 0, 9, 0, 0, 0, 9],
        'ispe',
        [0, 0, 0, 0, 0, 0, 1, 0x40, 0, 0, 0, 0xf0],
      ),
    ],
  ])('reads a %s', (_name, file) => {
    expect(rasterSize(file)).toEqual({ width: 320, height: 240 });
  });

  it.each([
    ['nothing', bytes()],
    ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['a PNG that ends too early', bytes('\x89PNG', [13, 10, 26, 10])],
    ['a JPEG without a frame', bytes([0xff, 0xd8, 0xff, 0xda, 0, 4, 1, 1, 0, 0, 0, 0])],
  ])('gives null for %s', (_name, file) => {
    expect(rasterSize(file)).toBeNull();
  });
});
