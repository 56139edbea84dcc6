import { readUint64, refuse, requireEqual } from './faults';
import { DEFLATED, EXTRA, IN_ZIP64, SIGNATURE, STORED, toDosTime, UNIX_HOST, UTF8_FLAG } from './format';
import { pathFault } from './paths';

/** What a header says of an entry; sizes with Zip64 applied. */
export interface HeaderFacts {
  readonly path: string;
  readonly method: typeof STORED | typeof DEFLATED;
  readonly crc32: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly dosTime: number;
  /** Seconds since 1970 from the extended timestamp; null if there is none. */
  readonly unixTime: number | null;
  /** Bytes from the header's start to what follows it. */
  readonly headerBytes: number;
}

const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const ENCRYPTED_FLAGS = 0x2041;
// Each byte of a deflate stream gives at most 1,032 bytes: a larger claim is a lie or a bomb.
const DEFLATE_MAX_RATIO = 1032;

/** Reads one central header (APPNOTE 4.3.12) at `at`. Refuses links, folders, comments, unknown extra fields. */
export function readCentralHeader(view: DataView, at: number): HeaderFacts & { readonly offset: number } {
  if (at + CENTRAL_BYTES > view.byteLength)
    refuse('zip-truncated', '', 'a central header', 'the end of the directory');
  requireEqual('zip-header-mismatch', '', SIGNATURE.central, view.getUint32(at, true));
  const [pathBytes, extraBytes] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
  const headerBytes = CENTRAL_BYTES + pathBytes + extraBytes;
  if (at + headerBytes > view.byteLength) refuse('zip-truncated', '', 'a whole central header', 'a part');
  const path = readPath(view, at + CENTRAL_BYTES, pathBytes);
  requireEqual('zip-hidden-data', path, 0, view.getUint16(at + 32, true));
  requireEqual('zip-unsupported', path, 0, view.getUint16(at + 34, true));
  refuseLinks(path, view.getUint8(at + 5), view.getUint32(at + 38, true));
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const extra = readExtra(view, at + CENTRAL_BYTES + pathBytes, extraBytes, path, sizes);
  const [bytes = 0, compressedBytes = 0, offset = 0] = extra.sizes;
  const facts = {
    ...readCommon(view, at + 8, path),
    bytes,
    compressedBytes,
    unixTime: extra.unixTime,
    headerBytes,
  };
  checkSizes(facts);
  return { ...facts, offset };
}

/** Reads a local header (APPNOTE 4.3.7) at the start of `view`, which must hold all of it. */
export function readLocalHeader(view: DataView, path: string): HeaderFacts {
  if (view.byteLength < LOCAL_BYTES)
    refuse('zip-truncated', path, 'a local header', 'the end of the archive');
  requireEqual('zip-header-mismatch', path, SIGNATURE.local, view.getUint32(0, true));
  const [pathBytes, extraBytes] = [view.getUint16(26, true), view.getUint16(28, true)];
  const headerBytes = LOCAL_BYTES + pathBytes + extraBytes;
  if (headerBytes > view.byteLength)
    refuse('zip-header-mismatch', path, 'a local header like the central', 'a longer one');
  const found = readPath(view, LOCAL_BYTES, pathBytes);
  requireEqual('zip-header-mismatch', path, path, found);
  const sizes = [view.getUint32(22, true), view.getUint32(18, true)];
  const extra = readExtra(view, LOCAL_BYTES + pathBytes, extraBytes, path, sizes);
  const [bytes = 0, compressedBytes = 0] = extra.sizes;
  return { ...readCommon(view, 6, path), bytes, compressedBytes, unixTime: extra.unixTime, headerBytes };
}

function readPath(view: DataView, at: number, length: number): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, length);
  const path = new TextDecoder('utf-8').decode(bytes);
  const fault = pathFault(path);
  if (fault) refuse('zip-unsafe-path', path, 'a safe name', fault);
  return path;
}

// Flags, method, time, CRC: the same order in both headers, two bytes further on in the central one.
function readCommon(view: DataView, at: number, path: string) {
  const flags = view.getUint16(at, true);
  if (flags & ENCRYPTED_FLAGS) refuse('zip-encrypted', path, 'no encryption', `flags ${flags}`);
  if (flags & ~UTF8_FLAG)
    refuse('zip-unsupported', path, 'sizes in the header, no other flags', `flags ${flags}`);
  const version = view.getUint16(at - 2, true) & 0xff;
  if (version > 45) refuse('zip-unsupported', path, 'version 4.5 at most', version / 10);
  const method = view.getUint16(at + 2, true);
  if (method !== STORED && method !== DEFLATED) refuse('zip-unsupported', path, 'method 0 or 8', method);
  return {
    path,
    method,
    dosTime: view.getUint32(at + 4, true),
    crc32: view.getUint32(at + 8, true),
  } as const;
}

function refuseLinks(path: string, host: number, attributes: number): void {
  const type = (attributes >>> 16) & 0o170000;
  if (host === UNIX_HOST && type !== 0 && type !== 0o100000) {
    refuse('zip-link', path, 'a regular file', `file type ${type.toString(8)}`);
  }
  if (attributes & 0x10) refuse('zip-link', path, 'a regular file', 'a folder');
}

function readExtra(view: DataView, from: number, length: number, path: string, sizes: readonly number[]) {
  let unixTime: number | null = null;
  let resolved = sizes;
  const seen = new Set<number>();
  for (let at = from; at < from + length; ) {
    if (at + 4 > from + length) refuse('zip-truncated', path, 'a whole extra field', 'a part');
    const [id, bytes] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    const next = at + 4 + bytes;
    if (next > from + length) refuse('zip-truncated', path, 'a whole extra field', 'a part');
    if (seen.has(id)) refuse('zip-hidden-data', path, 'one extra field of a kind', 'two');
    seen.add(id);
    if (id === EXTRA.zip64) resolved = readZip64Sizes(view, at + 4, bytes, path, sizes);
    else if (id === EXTRA.time) unixTime = readUnixTime(view, at + 4, bytes, path);
    else refuse('zip-hidden-data', path, 'no unknown extra fields', `0x${id.toString(16)}`);
    at = next;
  }
  const unresolved = resolved === sizes && sizes.includes(IN_ZIP64.size);
  if (unresolved) refuse('zip-header-mismatch', path, 'a Zip64 field', 'none');
  return { sizes: resolved, unixTime };
}

function readZip64Sizes(view: DataView, from: number, bytes: number, path: string, sizes: readonly number[]) {
  const moved = sizes.filter((size) => size === IN_ZIP64.size).length;
  requireEqual('zip-header-mismatch', path, moved * 8, bytes);
  let at = from - 8;
  return sizes.map((size) => {
    if (size !== IN_ZIP64.size) return size;
    at += 8;
    return readUint64(view, at, path);
  });
}

function readUnixTime(view: DataView, at: number, bytes: number, path: string): number {
  if (bytes !== 5 || view.getUint8(at) !== 1)
    refuse('zip-unsupported', path, 'a time of change alone', 'other times');
  return view.getUint32(at + 1, true);
}

function checkSizes(facts: HeaderFacts): void {
  const { path, method, bytes, compressedBytes, unixTime, dosTime } = facts;
  if (method === STORED) requireEqual('zip-header-mismatch', path, bytes, compressedBytes);
  if (bytes > compressedBytes * DEFLATE_MAX_RATIO) {
    refuse('zip-too-big', path, `at most ${compressedBytes * DEFLATE_MAX_RATIO} bytes`, `${bytes} bytes`);
  }
  if (unixTime !== null)
    requireEqual('zip-header-mismatch', path, toDosTime(new Date(unixTime * 1000)), dosTime);
}
