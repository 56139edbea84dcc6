/** Bytes that a Blob can be made of. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** What reading needs of a Blob. Node's own Blobs are cut at 4 GiB, so a large file there comes as something else. */
export interface ByteSource {
  readonly size: number;
  readonly slice: (start: number, end: number) => ByteSource;
  /** A copy, which the reader may detach. */
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
  readonly stream: () => ReadableStream<Bytes>;
}

export const STORED = 0;
export const DEFLATED = 8;

export const SIGNATURE = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  zip64End: 0x06064b50,
  zip64Locator: 0x07064b50,
} as const;

export const EXTRA = { zip64: 0x0001, time: 0x5455 } as const;

/** Bit 11 of the general purpose flags: names are UTF-8. */
export const UTF8_FLAG = 0x0800;

/** Upper byte of "version made by": the external attributes hold a Unix mode. */
export const UNIX_HOST = 3;

/** What stands in a 32-bit or a 16-bit field whose value is in the Zip64 record. */
export const IN_ZIP64 = { size: 0xffffffff, count: 0xffff } as const;

/** From which value on a field moves to Zip64. Lowered by tests only, to make small Zip64 archives. */
export interface Zip64Limits {
  readonly size: number;
  readonly count: number;
}

/** One entry, ready to be placed: `body` holds the bytes as they stand in the archive. Times have a resolution of 1 s. */
export interface ZipEntry {
  readonly path: string;
  readonly method: typeof STORED | typeof DEFLATED;
  readonly crc32: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly modified: Date;
  readonly body: Blob | Bytes;
}

/** A little-endian record: `[width in bytes (2, 4 or 8), value]` for each field. */
export function packFields(fields: readonly (readonly [2 | 4 | 8, number])[]): Bytes {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [width]) => sum + width, 0)));
  let at = 0;
  for (const [width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else if (width === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += width;
  }
  return new Uint8Array(view.buffer);
}

/** The pieces as one array. */
export function joinBytes(...pieces: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** Date and time of APPNOTE 4.4.6, in UTC, as one 32-bit value (date in the upper half); clamped to 1980-2107. */
export function toDosTime(moment: Date): number {
  const year = moment.getUTCFullYear();
  if (year < 1980) return ((1 << 5) | 1) << 16;
  if (year > 2107) return (((127 << 9) | (12 << 5) | 31) * 0x10000 + ((23 << 11) | (59 << 5) | 29)) >>> 0;
  const date = ((year - 1980) << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate();
  const time = (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1);
  return (date * 0x10000 + time) >>> 0;
}
