import { refuse, requireEqual } from './faults';
import { type ByteSource, DEFLATED, type STORED } from './format';
import { readEnd, viewOf } from './read-end';
import { readCentralHeader, readLocalHeader } from './read-headers';

/** Bounds of what the reader takes on; beyond them it refuses before it reads. */
export interface ReadLimits {
  readonly entries: number;
  readonly directoryBytes: number;
  /** Sum over the deflated entries, uncompressed. */
  readonly inflatedBytes: number;
}

export const READ_LIMITS: ReadLimits = {
  entries: 200_000,
  directoryBytes: 64_000_000,
  inflatedBytes: 8_000_000_000,
};

export interface ZipFile {
  readonly path: string;
  readonly method: typeof STORED | typeof DEFLATED;
  readonly crc32: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly modified: Date | null;
  /** Where the entry's data starts in the archive. */
  readonly dataOffset: number;
}

export interface ZipEntries {
  readonly blob: ByteSource;
  readonly entries: readonly ZipFile[];
  readonly find: (path: string) => ZipFile | undefined;
}

// An extra field of ours has at most 33 bytes; the margin lets a longer one be refused by its content.
const LOCAL_MARGIN = 30 + 64;

/**
 * Reads the directory of an archive by slices, whatever its size, and every local header against it. Throws a
 * BundleError (`zip-…`) for all that could make two programs see two different archives: unsafe, double or
 * linked names, encryption, data descriptors, entries that overlap, headers that contradict each other,
 * bytes that belong to no entry, sizes beyond `limits`.
 */
export async function readZip(blob: ByteSource, limits: ReadLimits = READ_LIMITS): Promise<ZipEntries> {
  const place = await readEnd(blob);
  if (place.count > limits.entries)
    refuse('zip-too-big', '', `at most ${limits.entries} entries`, place.count);
  if (place.bytes > limits.directoryBytes) {
    refuse('zip-too-big', '', `a directory of at most ${limits.directoryBytes} bytes`, place.bytes);
  }
  const view = await viewOf(blob, place.offset, place.bytes);
  const central: CentralFacts[] = [];
  let at = 0;
  for (let index = 0; index < place.count; index += 1) {
    const facts = readCentralHeader(view, at);
    central.push(facts);
    at += facts.headerBytes;
  }
  requireEqual('zip-hidden-data', '', at, place.bytes);
  checkNames(central);
  checkInflated(central, limits.inflatedBytes);
  const entries = await readLocals(blob, central, place.offset);
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  return { blob, entries, find: (path) => byPath.get(path) };
}

type CentralFacts = ReturnType<typeof readCentralHeader>;

function checkNames(entries: readonly CentralFacts[]): void {
  const seen = new Set<string>();
  for (const { path } of entries) {
    const key = path.toLowerCase();
    if (seen.has(key)) refuse('zip-duplicate-name', path, 'one entry', 'two entries');
    seen.add(key);
  }
}

function checkInflated(entries: readonly CentralFacts[], limit: number): void {
  const deflated = entries.filter((entry) => entry.method === DEFLATED);
  const total = deflated.reduce((sum, entry) => sum + entry.bytes, 0);
  if (total > limit) refuse('zip-too-big', '', `at most ${limit} bytes deflated`, `${total} bytes`);
}

// The entries must lie one behind the other from the first byte to the directory, without a gap.
async function readLocals(
  blob: ByteSource,
  central: readonly CentralFacts[],
  directoryAt: number,
): Promise<ZipFile[]> {
  let expected = 0;
  const files = new Map<CentralFacts, ZipFile>();
  for (const entry of [...central].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < expected)
      refuse('zip-overlap', entry.path, `an offset from ${expected} on`, entry.offset);
    requireEqual('zip-hidden-data', entry.path, expected, entry.offset);
    const reach = Math.min(directoryAt - entry.offset, LOCAL_MARGIN + entry.path.length);
    const local = readLocalHeader(await viewOf(blob, entry.offset, Math.max(0, reach)), entry.path);
    for (const key of ['method', 'crc32', 'compressedBytes', 'bytes', 'dosTime', 'unixTime'] as const) {
      requireEqual('zip-header-mismatch', entry.path, `${key} ${entry[key]}`, `${key} ${local[key]}`);
    }
    const dataOffset = entry.offset + local.headerBytes;
    expected = dataOffset + entry.compressedBytes;
    if (expected > directoryAt) refuse('zip-overlap', entry.path, `an end before ${directoryAt}`, expected);
    const { path, method, crc32, compressedBytes, bytes, unixTime } = entry;
    const modified = unixTime === null ? null : new Date(unixTime * 1000);
    files.set(entry, { path, method, crc32, compressedBytes, bytes, modified, dataOffset });
  }
  requireEqual('zip-hidden-data', '', expected, directoryAt);
  return central.flatMap((entry) => files.get(entry) ?? []);
}
