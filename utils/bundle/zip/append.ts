import { crc32 } from './crc32';
import { refuse } from './faults';
import { type Bytes, IN_ZIP64, STORED, type Zip64Limits, type ZipEntry } from './format';
import { pathFault } from './paths';
import { readZip } from './read';
import { readEnd } from './read-end';
import { centralHeader, endRecords, localHeader } from './write-headers';

/** A small file to be added; it is stored as it is. */
export interface AddedFile {
  readonly path: string;
  readonly bytes: Bytes;
  readonly modified: Date;
}

/**
 * The archive with further files: their entries come where the directory stood, then the old directory, byte by byte,
 * with theirs behind it, then new end records. What was there is referred to by slices, not copied or changed.
 * Throws a BundleError for an archive that readZip refuses, an unsafe name, a name that is there already.
 */
export async function appendToZip(
  archive: Blob,
  files: readonly AddedFile[],
  limits: Zip64Limits = IN_ZIP64,
): Promise<Blob> {
  const { entries } = await readZip(archive);
  const place = await readEnd(archive);
  const names = new Set(entries.map(({ path }) => path.toLowerCase()));
  const parts: BlobPart[] = [archive.slice(0, place.offset)];
  const directory: Bytes[] = [];
  let offset = place.offset;
  for (const file of files) {
    const { path, bytes } = file;
    const fault = pathFault(path);
    if (fault) refuse('zip-unsafe-path', path, 'a safe name', fault);
    if (names.has(path.toLowerCase())) refuse('zip-duplicate-name', path, 'one entry', 'two entries');
    names.add(path.toLowerCase());
    const sizes = { crc32: crc32(bytes), compressedBytes: bytes.length, bytes: bytes.length };
    const entry: ZipEntry = { ...file, ...sizes, method: STORED, body: bytes };
    const local = localHeader(entry, limits);
    directory.push(centralHeader(entry, offset, limits));
    parts.push(local, bytes);
    offset += local.length + bytes.length;
  }
  const directoryBytes = directory.reduce((sum, { length }) => sum + length, place.bytes);
  const end = endRecords({ count: place.count + files.length, bytes: directoryBytes, offset }, limits);
  const before = archive.slice(place.offset, place.offset + place.bytes);
  return new Blob([...parts, before, ...directory, end], { type: 'application/zip' });
}
