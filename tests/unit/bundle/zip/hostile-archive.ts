import { crc32, deflateRawSync } from 'node:zlib';
import { type Bytes, DEFLATED, IN_ZIP64, joinBytes, STORED, type ZipEntry } from '@/utils/bundle/zip/format';
import { centralHeader, endRecords, localHeader } from '@/utils/bundle/zip/write-headers';

type Facts = Omit<ZipEntry, 'body'>;

/** One entry of an archive that lies: `local` and `central` overrule what the headers say of `body`. */
export interface HostileEntry {
  readonly path: string;
  readonly body: Bytes;
  readonly facts?: Partial<Facts>;
  readonly local?: Partial<Facts>;
  readonly central?: Partial<Facts>;
  /** Where the central header says that the entry is, if not where it is. */
  readonly offset?: number;
  /** Bytes put between this entry and the next. */
  readonly gap?: Bytes;
}

/** What can be changed in the archive as a whole. */
export interface HostileOptions {
  readonly end?: Partial<{ count: number; bytes: number; offset: number }>;
  readonly limits?: { size: number; count: number };
}

/** The bytes of an archive made of the entries just as they are described. */
export function hostileArchive(entries: readonly HostileEntry[], options: HostileOptions = {}): Bytes {
  const limits = options.limits ?? IN_ZIP64;
  const parts: Bytes[] = [];
  const directory: Bytes[] = [];
  let at = 0;
  for (const entry of entries) {
    const facts = { ...storedFacts(entry), ...entry.facts };
    const local = localHeader({ ...facts, ...entry.local }, limits);
    directory.push(centralHeader({ ...facts, ...entry.central }, entry.offset ?? at, limits));
    parts.push(local, entry.body, entry.gap ?? new Uint8Array());
    at += local.length + entry.body.length + (entry.gap?.length ?? 0);
  }
  const bytes = directory.reduce((sum, header) => sum + header.length, 0);
  const end = endRecords({ count: entries.length, bytes, offset: at, ...options.end }, limits);
  return joinBytes(...parts, ...directory, end);
}

/** An entry whose content is deflated. */
export function deflatedEntry(path: string, content: string): HostileEntry {
  const body = new Uint8Array(deflateRawSync(content));
  const bytes = Buffer.byteLength(content);
  return {
    path,
    body,
    facts: { method: DEFLATED, crc32: crc32(content), bytes, compressedBytes: body.length },
  };
}

/** A copy of `bytes` with a 16-bit (`width` 2) or 32-bit (4) little-endian value written at `at`. */
export function poke(bytes: Bytes, at: number, width: 1 | 2 | 4, value: number): Bytes {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  if (width === 1) view.setUint8(at, value);
  else if (width === 2) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
  return copy;
}

function storedFacts({ path, body }: HostileEntry): Facts {
  const modified = new Date('2026-03-05T10:00:01Z');
  return {
    path,
    method: STORED,
    crc32: crc32(body),
    bytes: body.length,
    compressedBytes: body.length,
    modified,
  };
}
