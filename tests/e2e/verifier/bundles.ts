import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundle } from '@/utils/bundle/build';
import { IN_ZIP64, STORED, type ZipEntry } from '@/utils/bundle/zip/format';
import { centralHeader, endRecords, localHeader } from '@/utils/bundle/zip/write-headers';
import { sampleCase } from '../../unit/bundle/sample-case';
import { unpack } from '../../unit/bundle/unpacked';

/** The file in which `bad` has one byte flipped. */
export const CHANGED_FILE = 'data/captures/0002-shop-2.example/text.txt';

/** Bundles of a sample case with the `verify.html` of a built extension, and that page taken out of the bundle. */
export async function makeBundles(extensionDir: string, dir: string) {
  const verifier = readFileSync(join(extensionDir, 'verify.html'), 'utf8');
  const { input, ports } = sampleCase({ captures: 3, width: 200, height: 100 });
  const { blob, statement } = await buildBundle({ ...input, verifier }, ports);
  mkdirSync(dir, { recursive: true });
  const write = (name: string, content: Uint8Array): string => {
    const path = join(dir, name);
    writeFileSync(path, content);
    return path;
  };
  const bytes = Buffer.from(await blob.arrayBuffer());
  const good = write('good.zip', bytes);
  const page = write('verify.html', (await unpack(blob)).get('verify.html') ?? new Uint8Array());
  const at = bytes.indexOf('@primer_2_bot');
  if (at < 0) throw new Error('the sample text is not stored as it is');
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  const bad = write('bad.zip', bytes);
  const cut = write('cut.zip', bytes.subarray(0, bytes.length - 100));
  return { good, bad, cut, page, keySha256: statement.keySha256, caseId: input.case.id };
}

/** An archive of one stored file of `bytes` zeros, which take no room on the disk. */
export function makeLargeArchive(path: string, bytes: number): void {
  const entry: ZipEntry = {
    path: 'data/zeros.bin',
    method: STORED,
    crc32: 0,
    modified: new Date('2026-03-05T10:00:00Z'),
    compressedBytes: bytes,
    bytes,
    body: new Uint8Array(),
  };
  const local = localHeader(entry, IN_ZIP64);
  const central = centralHeader(entry, 0, IN_ZIP64);
  const offset = local.length + bytes;
  const file = openSync(path, 'w');
  writeSync(file, local, 0, local.length, 0);
  writeSync(file, central, 0, central.length, offset);
  const end = endRecords({ count: 1, bytes: central.length, offset }, IN_ZIP64);
  writeSync(file, end, 0, end.length, offset + central.length);
  closeSync(file);
}
