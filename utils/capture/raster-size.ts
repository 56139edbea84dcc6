/** Size in pixels. */
export interface RasterSize {
  readonly width: number;
  readonly height: number;
}

/** Bytes of a file's head that are searched for its size. */
const HEAD = 512 * 1024;

/**
 * Size of a PNG, GIF, BMP, WebP, JPEG or AVIF, off its header and without decoding it: a small file may claim a
 * gigabyte of pixels. Null for anything else.
 */
export function rasterSize(file: Uint8Array): RasterSize | null {
  const head = file.subarray(0, HEAD);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const text = String.fromCharCode(...head.subarray(0, 16));
  try {
    if (text.startsWith('\x89PNG')) return { width: view.getUint32(16), height: view.getUint32(20) };
    if (text.startsWith('GIF8')) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (text.startsWith('BM')) return bmpSize(view);
    if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return webpSize(view, text.slice(12, 16));
    if (text.startsWith('\xff\xd8')) return jpegSize(view);
    if (text.slice(4, 8) === 'ftyp') return isoSize(view);
    return null;
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}

function bmpSize(view: DataView): RasterSize {
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
}

/** RFC 9649, sections 2.5 to 2.7. */
function webpSize(view: DataView, kind: string): RasterSize | null {
  if (kind === 'VP8 ') {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind !== 'VP8X') return null;
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  return { width: uint24(24) + 1, height: uint24(27) + 1 };
}

/** The first frame header (SOF) of ITU-T T.81, annex B. */
function jpegSize(view: DataView): RasterSize | null {
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** The largest `ispe` property (ISO/IEC 23008-12): a file may hold a thumbnail as well. */
function isoSize(view: DataView): RasterSize | null {
  let largest: RasterSize | null = null;
  for (let at = 0; at + 16 <= Math.min(view.byteLength, 8_192); at += 1) {
    if (view.getUint32(at) !== 0x69737065) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
