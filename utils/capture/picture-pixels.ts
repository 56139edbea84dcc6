import { rasterSize } from './raster-size';
import { LEAST_SIDE, MOST_SIDE, type Pixels } from './read-qr';

/** Characters of a `data:` URL, and pixels of the picture in it, that are decoded at most. */
const MOST_CHARACTERS = 16_000_000;
const MOST_PIXELS = 40_000_000;

/** The pixels of a picture, made smaller if it is bigger than what can be read. Needs OffscreenCanvas. */
export function pixelsOf(source: OffscreenCanvas | ImageBitmap, ground?: string): Pixels {
  const side = Math.max(source.width, source.height);
  const context = side <= MOST_SIDE && 'getContext' in source && source.getContext('2d');
  if (context && !ground) return context.getImageData(0, 0, source.width, source.height);
  return drawnPixels(source, ground);
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
  return context.getImageData(0, 0, width, height);
}

/**
 * Decodes a picture out of a base64 `data:` URL: on white, and on black too if it lets the ground through. Nothing
 * if it is too small for a QR code. Throws for what is too big, or no picture. Needs createImageBitmap.
 */
export async function openPicture(dataUrl: string): Promise<Pixels[]> {
  if (dataUrl.length > MOST_CHARACTERS) throw new Error('the file is too big');
  const [head = '', body = ''] = dataUrl.split(',', 2);
  const bytes = Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
  const size = rasterSize(bytes);
  if (!size) throw new Error('the size of the picture is unknown');
  if (size.width * size.height > MOST_PIXELS) throw new Error('the picture is too big');
  if (Math.min(size.width, size.height) < LEAST_SIDE) return [];
  const type = /^data:([\w/.+-]+)/.exec(head)?.[1] ?? '';
  const bitmap = await createImageBitmap(new Blob([bytes], { type }));
  try {
    const isTransparent = pixelsOf(bitmap).data.some((value, at) => at % 4 === 3 && value < 255);
    return [pixelsOf(bitmap, 'white'), ...(isTransparent ? [pixelsOf(bitmap, 'black')] : [])];
  } finally {
    bitmap.close();
  }
}
