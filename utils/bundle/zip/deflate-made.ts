import JSZip from 'jszip';
import { BundleError } from '../errors';
import type { Bytes, ZipEntry } from './format';
import { readZip } from './read';

/** A file that is made at export. Strings are written as UTF-8. */
export interface MadeFile {
  readonly path: string;
  readonly bytes: Bytes | string;
}

const MADE_LIMIT = 400_000_000;

/**
 * Compresses the made files with JSZip and reads its archive back, so that they can be placed beside the
 * stored ones. The same input gives the same bytes. Throws `made-part-too-big` beyond 400 MB: JSZip holds
 * everything in memory, and beyond 4 GiB it writes archives that are corrupt, without an error.
 */
export async function deflateMade(made: readonly MadeFile[], modified: Date): Promise<ZipEntry[]> {
  const files = made.map(({ path, bytes }) => ({
    path,
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  }));
  const total = files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (total > MADE_LIMIT) {
    throw new BundleError('made-part-too-big', {
      file: '',
      expected: `at most ${MADE_LIMIT} bytes`,
      found: `${total} bytes`,
    });
  }
  if (files.length === 0) return [];
  const zip = new JSZip();
  for (const { path, bytes } of files) zip.file(path, bytes, { date: modified, createFolders: false });
  const archive = await zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'UNIX',
  });
  const bytes = archive as Bytes;
  const { entries } = await readZip(new Blob([bytes]));
  return entries.map((entry) => ({
    path: entry.path,
    method: entry.method,
    crc32: entry.crc32,
    compressedBytes: entry.compressedBytes,
    bytes: entry.bytes,
    modified,
    body: bytes.subarray(entry.dataOffset, entry.dataOffset + entry.compressedBytes),
  }));
}
