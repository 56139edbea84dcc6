import { decodeQRBatch } from 'qr/decode.js';
import { enlarge } from './enlarge';

/** Pixels in RGBA, four bytes each, from the top left corner. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** What a QR code says, and its bounding box in the pixels that were read. */
export interface QrReading {
  readonly text: string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** Side beyond which pictures must be made smaller or cut: the decoder's work grows faster than the area. */
export const MOST_SIDE = 1_000;

/** Side of a QR code of version 1 at one pixel a module: nothing smaller can hold one (ISO/IEC 18004). */
export const LEAST_SIDE = 21;

/** Light pixels around a picture that was cut at the code's edge; one module at least needs four of them. */
const QUIET = 8;

/** A code of less than two pixels a module is smaller than this; enlarging more would take longer than reading. */
const SMALL_SIDE = 160;
const ENLARGED = 3;

/** Least difference of brightness or opacity between dark and light modules: the decoder parts nothing by less. */
const LEAST_CONTRAST = 16;

/** How the decoder says that there is no code, or none whose error correction holds. */
const NONE = new Set(['data', 'dimension', 'finder', 'format', 'alignment', 'rs', 'timing', 'version']);

/**
 * All QR codes (ISO/IEC 18004) in a picture of up to 1,000 pixels a side, light on dark too, each text once. A
 * small picture without any is tried again enlarged, with a quiet zone. Throws what the decoder throws.
 */
export async function readQr(pixels: Pixels): Promise<QrReading[]> {
  const side = Math.max(pixels.width, pixels.height);
  if (Math.min(pixels.width, pixels.height) < LEAST_SIDE) return [];
  if (side > MOST_SIDE) throw new RangeError(`${side} pixels are too many`);
  if (!hasContrast(pixels)) return [];
  const readings = await readAs(pixels, 1);
  return readings.length > 0 || side > SMALL_SIDE ? readings : readAs(pixels, ENLARGED);
}

async function readAs(pixels: Pixels, factor: number): Promise<QrReading[]> {
  const margin = factor === 1 ? 0 : QUIET;
  const image = factor === 1 ? pixels : enlarge(pixels, factor, QUIET);
  const readings = new Map<string, QrReading>();
  const [results = []] = await decodeQRBatch([image], {
    format: 'RGBA',
    maxSize: { width: image.width, height: image.height },
    pointsOnDetect({ boundingBox: { x, y, width, height } }, text) {
      if (typeof text !== 'string' || text === '' || readings.has(text)) return;
      const box = {
        x: x / factor - margin,
        y: y / factor - margin,
        width: width / factor,
        height: height / factor,
      };
      readings.set(text, { text, box });
    },
  });
  for (const result of results) if (result instanceof Error && !NONE.has(result.message)) throw result;
  return [...readings.values()];
}

/** Most of a page is of one colour: nothing there is worth a second look. */
function hasContrast({ data }: Pixels): boolean {
  const [red = 0, green = 0, blue = 0, opacity = 0] = data;
  for (let at = 0; at < data.length; at += 4) {
    if (
      Math.abs((data[at] as number) - red) > LEAST_CONTRAST / 2 ||
      Math.abs((data[at + 1] as number) - green) > LEAST_CONTRAST / 2 ||
      Math.abs((data[at + 2] as number) - blue) > LEAST_CONTRAST / 2 ||
      Math.abs((data[at + 3] as number) - opacity) > LEAST_CONTRAST / 2
    )
      return true;
  }
  return false;
}
