import {
  type Bytes,
  EXTRA,
  IN_ZIP64,
  joinBytes,
  packFields,
  SIGNATURE,
  toDosTime,
  UNIX_HOST,
  UTF8_FLAG,
  type Zip64Limits,
  type ZipEntry,
} from './format';

const PLAIN_VERSION = 20;
const ZIP64_VERSION = 45;
const REGULAR_FILE_0644 = 0o100644;
const INT32_MAX = 0x7fffffff;

type Facts = Omit<ZipEntry, 'body'>;

/** APPNOTE 4.3.7. Sizes and CRC stand in the header itself: no data descriptor follows. */
export function localHeader(entry: Facts, limits: Zip64Limits): Bytes {
  const zip64 = entry.bytes >= limits.size || entry.compressedBytes >= limits.size;
  // APPNOTE 4.5.3: in a local header both sizes move, or neither.
  const extra = joinBytes(
    timeField(entry.modified),
    zip64 ? zip64Field([entry.bytes, entry.compressedBytes]) : new Uint8Array(),
  );
  const path = new TextEncoder().encode(entry.path);
  const fixed = packFields([
    [4, SIGNATURE.local],
    [2, zip64 ? ZIP64_VERSION : PLAIN_VERSION],
    [2, UTF8_FLAG],
    [2, entry.method],
    [4, toDosTime(entry.modified)],
    [4, entry.crc32],
    [4, zip64 ? IN_ZIP64.size : entry.compressedBytes],
    [4, zip64 ? IN_ZIP64.size : entry.bytes],
    [2, path.length],
    [2, extra.length],
  ]);
  return joinBytes(fixed, path, extra);
}

/** APPNOTE 4.3.12. `offset`: where the entry's local header starts. */
export function centralHeader(entry: Facts, offset: number, limits: Zip64Limits): Bytes {
  const moved = [entry.bytes, entry.compressedBytes, offset].filter((value) => value >= limits.size);
  const field = (value: number) => (value >= limits.size ? IN_ZIP64.size : value);
  const extra = joinBytes(timeField(entry.modified), moved.length > 0 ? zip64Field(moved) : new Uint8Array());
  const path = new TextEncoder().encode(entry.path);
  const version = moved.length > 0 ? ZIP64_VERSION : PLAIN_VERSION;
  const fixed = packFields([
    [4, SIGNATURE.central],
    [2, (UNIX_HOST << 8) | version],
    [2, version],
    [2, UTF8_FLAG],
    [2, entry.method],
    [4, toDosTime(entry.modified)],
    [4, entry.crc32],
    [4, field(entry.compressedBytes)],
    [4, field(entry.bytes)],
    [2, path.length],
    [2, extra.length],
    [2, 0], // comment
    [2, 0], // disk
    [2, 0], // internal attributes
    [4, REGULAR_FILE_0644 * 0x10000],
    [4, field(offset)],
  ]);
  return joinBytes(fixed, path, extra);
}

/** APPNOTE 4.3.14 to 4.3.16: the end record, behind a Zip64 end record and its locator where they are needed. */
export function endRecords(
  directory: { readonly count: number; readonly bytes: number; readonly offset: number },
  limits: Zip64Limits,
): Bytes {
  const { count, bytes, offset } = directory;
  const zip64 = count >= limits.count || bytes >= limits.size || offset >= limits.size;
  const end = packFields([
    [4, SIGNATURE.end],
    [2, 0],
    [2, 0],
    [2, count >= limits.count ? IN_ZIP64.count : count],
    [2, count >= limits.count ? IN_ZIP64.count : count],
    [4, bytes >= limits.size ? IN_ZIP64.size : bytes],
    [4, offset >= limits.size ? IN_ZIP64.size : offset],
    [2, 0],
  ]);
  if (!zip64) return end;
  const zip64End = packFields([
    [4, SIGNATURE.zip64End],
    [8, 44], // bytes that follow in this record
    [2, (UNIX_HOST << 8) | ZIP64_VERSION],
    [2, ZIP64_VERSION],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, bytes],
    [8, offset],
  ]);
  const locator = packFields([
    [4, SIGNATURE.zip64Locator],
    [4, 0],
    [8, offset + bytes],
    [4, 1],
  ]);
  return joinBytes(zip64End, locator, end);
}

function zip64Field(values: readonly number[]): Bytes {
  return joinBytes(
    packFields([
      [2, EXTRA.zip64],
      [2, values.length * 8],
    ]),
    packFields(values.map((value) => [8, value] as const)),
  );
}

// The extended timestamp is what makes the time UTC for every tool; the DOS time has no zone.
function timeField(moment: Date): Bytes {
  const seconds = Math.floor(moment.getTime() / 1000);
  if (seconds < 0 || seconds > INT32_MAX) return new Uint8Array();
  const fields = packFields([
    [2, EXTRA.time],
    [2, 5],
  ]);
  return joinBytes(fields, Uint8Array.of(1), packFields([[4, seconds]]));
}
