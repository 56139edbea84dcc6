import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { IN_ZIP64, STORED } from '@/utils/bundle/zip/format';
import { readEntry } from '@/utils/bundle/zip/open-entry';
import { readZip } from '@/utils/bundle/zip/read';
import { centralHeader, endRecords, localHeader } from '@/utils/bundle/zip/write-headers';
import { withFile } from '../../../tools/verify-file';
import { run, scratchFolder } from '../tools';

const HUGE = 4_400_000_000;
const modified = new Date('2026-03-05T10:00:00Z');
const text = new TextEncoder().encode('behind four gigabytes');

/** An archive of 4.4 GB that takes no room on the disk: the content of its first entry is a hole. */
function sparseArchive(path: string): void {
  const huge = {
    path: 'data/video.webm',
    method: STORED,
    crc32: 0,
    bytes: HUGE,
    compressedBytes: HUGE,
    modified,
  } as const;
  const last = {
    ...huge,
    path: 'data/last.txt',
    crc32: crc32(text),
    bytes: text.length,
    compressedBytes: text.length,
  };
  const first = localHeader(huge, IN_ZIP64);
  const second = localHeader(last, IN_ZIP64);
  const lastAt = first.length + HUGE;
  const offset = lastAt + second.length + text.length;
  const directory = [centralHeader(huge, 0, IN_ZIP64), centralHeader(last, lastAt, IN_ZIP64)];
  const bytes = directory.reduce((sum, header) => sum + header.length, 0);
  const end = endRecords({ count: 2, bytes, offset }, IN_ZIP64);
  const file = openSync(path, 'w');
  writeSync(file, first, 0, first.length, 0);
  writeSync(file, Buffer.concat([second, text, ...directory, end]), 0, undefined, lastAt);
  closeSync(file);
}

describe('an archive of more than 4 GiB', () => {
  it('is read by our reader, by unzip and by Python: sizes and offsets that need Zip64', async () => {
    const folder = scratchFolder();
    const path = join(folder, 'bundle.zip');
    sparseArchive(path);
    expect(statSync(path).size).toBeGreaterThan(2 ** 32);
    const ours = await withFile(path, async (file) => {
      const zip = await readZip(file);
      const last = zip.find('data/last.txt') ?? expect.fail('no last entry');
      return { sizes: zip.entries.map(({ bytes }) => bytes), content: await readEntry(zip, last, 100) };
    });
    expect(ours).toEqual({ sizes: [HUGE, text.length], content: text });
    expect(run(folder, 'unzip', '-p', 'bundle.zip', 'data/last.txt')).toEqual({
      code: 0,
      said: 'behind four gigabytes',
    });
    const script =
      'import zipfile; z = zipfile.ZipFile("bundle.zip"); print(z.infolist()[0].file_size, z.read("data/last.txt"))';
    expect(run(folder, 'python3', '-c', script)).toEqual({
      code: 0,
      said: `${HUGE} b'behind four gigabytes'\n`,
    });
  });
});
