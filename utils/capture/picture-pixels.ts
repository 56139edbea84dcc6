import { bytesFromBase64 } from '@/utils/domain/base64';
import { type Luma, lumaOf, type Pixels } from './luma';
import { freeCanvas } from './photographs';
import { rasterSize } from './raster-size';
import { LEAST_SIDE, MOST_SIDE } from './read-qr';

/** Characters of a `data:` URL, and pixels of the picture in it, that are decoded at most. */
const MOST_CHARACTERS = 16_000_000;
const MOST_PIXELS = 40_000_000;

/** A picture's brightness, made smaller if it is bigger than what can be read. Needs OffscreenCanvas. */
export function shrunkLuma(source: OffscreenCanvas | ImageBitmap, ground?: string): Luma {
  return lumaOf(drawnPixels(source, ground));
}

function drawnPixels(source: OffscreenCanvas | ImageBitmap, ground?: string): Pixels {
  const shrink = Math.min(1, MOST_SIDE / Math.max(source.width, source.height));
  const width = Math.max(1, Math.floor(source.width * shrink));
  const height = Math.max(1, Math.floor(source.height * shrink));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  if (ground) {
    context.fillStyle = ground;
    context.fillRect(0, 0, width, height);
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
  const pixels = context.getImageData(0, 0, width, height);
  freeCanvas(canvas);
  return pixels;
}

/**
 * Decodes a picture out of a base64 `data:` URL: on white, and on black too if it lets the ground through. Nothing
 * if it is too small for a QR code. Throws for what is too big, or no picture. Needs createImageBitmap.
 */
export async function openPicture(dataUrl: string): Promise<Luma[]> {
  if (dataUrl.length > MOST_CHARACTERS) throw new Error('the file is too big');
  const [head = '', body = ''] = dataUrl.split(',', 2);
  const bytes = bytesFromBase64(body);
  const size = rasterSize(bytes);
  if (!size) throw new Error('the size of the picture is unknown');
  if (size.width * size.height > MOST_PIXELS) throw new Error('the picture is too big');
  if (Math.min(size.width, size.height) < LEAST_SIDE) return [];
  const type = /^data:([\w/.+-]+)/.exec(head)?.[1] ?? '';
  const bitmap = await createImageBitmap(new Blob([bytes], { type }));
  try {
    return [shrunkLuma(bitmap, 'white'), ...(isTransparent(bitmap) ? [shrunkLuma(bitmap, 'black')] : [])];
  } finally {
    bitmap.close();
  }
}

function isTransparent(bitmap: ImageBitmap): boolean {
  const { data } = drawnPixels(bitmap);
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true;
  return false;
}
