import { freeBytes } from '@/utils/domain/free-bytes';
import { type Luma, lumaOf } from './luma';
import { freeCanvas } from './photographs';
import { rasterSize } from './raster-size';
import { LEAST_SIDE, MOST_SIDE } from './read-qr';

/** Bytes of a file, and pixels of the picture in it, that are decoded at most. */
const MOST_BYTES = 12_000_000;
const MOST_PIXELS = 40_000_000;

/** A picture's brightness, made smaller if it is bigger than what can be read. Needs OffscreenCanvas. */
export function shrunkLuma(source: OffscreenCanvas | ImageBitmap, ground?: string): Luma {
  const pixels = drawnPixels(source, ground);
  const luma = lumaOf(pixels);
  freeBytes(pixels.data);
  return luma;
}

function drawnPixels(source: OffscreenCanvas | ImageBitmap, ground?: string): ImageData {
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
 * Decodes a picture: on white, and on black too if it lets the ground through. Nothing if it is too small for a QR code.
 * Throws for what is too big, or no picture. Needs createImageBitmap.
 */
export async function openPicture(file: Uint8Array<ArrayBuffer>, mediaType: string): Promise<Luma[]> {
  if (file.length > MOST_BYTES) throw new Error('the file is too big');
  const size = rasterSize(file);
  if (!size) throw new Error('the size of the picture is unknown');
  if (size.width * size.height > MOST_PIXELS) throw new Error('the picture is too big');
  if (Math.min(size.width, size.height) < LEAST_SIDE) return [];
  const bitmap = await createImageBitmap(new Blob([file], { type: mediaType }));
  try {
    return [shrunkLuma(bitmap, 'white'), ...(isTransparent(bitmap) ? [shrunkLuma(bitmap, 'black')] : [])];
  } finally {
    bitmap.close();
  }
}

function isTransparent(bitmap: ImageBitmap): boolean {
  const { data } = drawnPixels(bitmap);
  let at = 3;
  while (at < data.length && data[at] === 255) at += 4;
  const found = at < data.length;
  freeBytes(data);
  return found;
}
