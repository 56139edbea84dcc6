import { BundleError } from '../errors';
import { deflateMade, type MadeFile } from './deflate-made';
import { DEFLATED, IN_ZIP64, STORED, type Zip64Limits, type ZipEntry } from './format';
import { pathFault } from './paths';
import { centralHeader, endRecords, localHeader } from './write-headers';

/**
 * A file that is spliced in as it is. `crc32` (unsigned) and `bytes` were taken of the plain bytes when the Blob was
 * stored. `deflatedBytes`: the Blob holds a raw deflate stream of that length.
 */
export interface StoredFile {
  readonly path: string;
  readonly blob: Blob;
  readonly crc32: number;
  readonly bytes: number;
  readonly deflatedBytes?: number;
  readonly modified: Date;
}

export interface ZipInput {
  readonly made: readonly MadeFile[];
  readonly stored: readonly StoredFile[];
  /** The time of the made files. */
  readonly modified: Date;
}

/**
 * One ZIP (APPNOTE 6.3, Zip64 where needed): made files deflated, then stored Blobs by reference, never read
 * here. The same input gives the same bytes. Throws a BundleError for a name that may not stand in an
 * archive, a name used twice, a Blob of another size than stated, more than 400 MB of made files.
 */
export async function composeZip(input: ZipInput, limits: Zip64Limits = IN_ZIP64): Promise<Blob> {
  checkNames([...input.made, ...input.stored].map(({ path }) => path));
  const stored = input.stored.map((file): ZipEntry => {
    const { path, crc32, bytes, deflatedBytes, modified, blob } = file;
    const compressedBytes = deflatedBytes ?? bytes;
    if (blob.size !== compressedBytes) {
      throw new BundleError('artifact-changed', {
        file: path,
        expected: `${compressedBytes} bytes`,
        found: `${blob.size} bytes`,
      });
    }
    const method = deflatedBytes === undefined ? STORED : DEFLATED;
    return { path, method, crc32, compressedBytes, bytes, modified, body: blob };
  });
  return placeEntries([...(await deflateMade(input.made, input.modified)), ...stored], limits);
}

function placeEntries(entries: readonly ZipEntry[], limits: Zip64Limits): Blob {
  const parts: BlobPart[] = [];
  const directory: BlobPart[] = [];
  let offset = 0;
  let directoryBytes = 0;
  for (const entry of entries) {
    const central = centralHeader(entry, offset, limits);
    const local = localHeader(entry, limits);
    directory.push(central);
    directoryBytes += central.length;
    parts.push(local, entry.body);
    offset += local.length + entry.compressedBytes;
  }
  const end = endRecords({ count: entries.length, bytes: directoryBytes, offset }, limits);
  return new Blob([...parts, ...directory, end], { type: 'application/zip' });
}

function checkNames(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    const fault = pathFault(path);
    if (fault)
      throw new BundleError('zip-unsafe-path', { file: path, expected: 'a safe name', found: fault });
    // Two names that differ in case alone are one file on Windows and macOS.
    const key = path.toLowerCase();
    if (seen.has(key)) {
      throw new BundleError('zip-duplicate-name', { file: path, expected: 'one file', found: 'two files' });
    }
    seen.add(key);
  }
}
