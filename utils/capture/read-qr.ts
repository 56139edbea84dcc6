import { _QRScanner } from 'qr/decode.js';
import { enlarge } from './enlarge';
import type { Luma } from './luma';

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

/** Least difference of brightness between dark and light modules: the decoder parts nothing by less. */
const LEAST_CONTRAST = 16;

/** How the decoder says that there is no code, or none whose error correction holds. */
const NONE = new Set(['data', 'dimension', 'finder', 'format', 'alignment', 'rs', 'timing', 'version']);

/** Reads pictures one after another: the decoder's memory is the greater part of its price. */
export interface QrDecoder {
  /**
   * All QR codes (ISO/IEC 18004) in a picture of up to 1,000 pixels a side, light on dark too, each text once. A
   * small picture without any is tried again enlarged, with a quiet zone. Throws what the decoder throws.
   */
  read(luma: Luma): Promise<QrReading[]>;
}

/** A decoder for one picture at a time. */
export function createQrDecoder(): QrDecoder {
  let readings = new Map<string, QrReading>();
  const scanner = new _QRScanner({
    maxSize: { width: MOST_SIDE, height: MOST_SIDE },
    pointsOnDetect({ boundingBox: { x, y, width, height } }, text) {
      if (typeof text !== 'string' || text === '' || readings.has(text)) return;
      readings.set(text, { text, box: { x, y, width, height } });
    },
  });

  async function decode(luma: Luma): Promise<QrReading[]> {
    readings = new Map();
    scanner.addImage(luma, 'I420');
    for (const result of await scanner.decodeAsync(true)) {
      if (result instanceof Error && !NONE.has(result.message)) throw result;
    }
    return [...readings.values()];
  }

  return {
    async read(luma) {
      const side = Math.max(luma.width, luma.height);
      if (Math.min(luma.width, luma.height) < LEAST_SIDE) return [];
      if (side > MOST_SIDE) throw new RangeError(`${side} pixels are too many`);
      if (!hasContrast(luma)) return [];
      const found = await decode(luma);
      if (found.length > 0 || side > SMALL_SIDE) return found;
      return (await decode(enlarge(luma, ENLARGED, QUIET))).map(({ text, box }) => ({
        text,
        box: {
          x: box.x / ENLARGED - QUIET,
          y: box.y / ENLARGED - QUIET,
          width: box.width / ENLARGED,
          height: box.height / ENLARGED,
        },
      }));
    },
  };
}

/** Most of a page is of one colour: nothing there is worth a second look. */
function hasContrast({ data }: Luma): boolean {
  let [darkest = 0] = data;
  let lightest = darkest;
  for (const value of data) {
    if (value < darkest) darkest = value;
    else if (value > lightest) lightest = value;
    else continue;
    if (lightest - darkest > LEAST_CONTRAST) return true;
  }
  return false;
}
