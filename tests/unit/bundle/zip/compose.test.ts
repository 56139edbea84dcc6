import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { composeZip, type StoredFile } from '@/utils/bundle/zip/compose';
import type { MadeFile } from '@/utils/bundle/zip/deflate-made';
import type { Zip64Limits } from '@/utils/bundle/zip/format';
import { openEntry } from '@/utils/bundle/zip/open-entry';
import { readZip } from '@/utils/bundle/zip/read';
import { readWithPython, run, saveArchive } from '../tools';

const MODIFIED = new Date('2026-03-05T10:00:01Z');
const SHOT = new Date('2025-11-30T23:59:59Z');

const made: readonly MadeFile[] = [
  { path: 'a/deflated.txt', bytes: 'повтор '.repeat(2000) },
  { path: 'empty.txt', bytes: '' },
  { path: 'binary.bin', bytes: Uint8Array.of(0, 255, 128) },
];
const stored: readonly StoredFile[] = [
  storedFile(
    'data/shot.png',
    new Uint8Array(3000).map((_, index) => index * 31),
  ),
  storedFile('data/nothing.png', new Uint8Array()),
];
const contents = new Map<string, Uint8Array>();
for (const { path, bytes } of made)
  contents.set(path, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
for (const { path, blob } of stored) contents.set(path, new Uint8Array(await blob.arrayBuffer()));

// Each set of limits moves other fields to Zip64.
const ZIP64: readonly (readonly [string, Zip64Limits])[] = [
  ['every field', { size: 0, count: 0 }],
  ['the count alone', { size: 0xffffffff, count: 3 }],
  ['sizes of large entries and later offsets', { size: 1000, count: 0xffff }],
  ['offset and directory alone', { size: 3500, count: 0xffff }],
];

function storedFile(path: string, bytes: Uint8Array<ArrayBuffer>): StoredFile {
  return { path, blob: new Blob([bytes]), crc32: crc32(bytes), bytes: bytes.length, modified: SHOT };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('composeZip', () => {
  for (const [name, limits] of [['plain', undefined] as const, ...ZIP64]) {
    it(`makes an archive that unzip and Python accept and read the same (Zip64: ${name})`, async () => {
      const folder = await saveArchive(await composeZip({ made, stored, modified: MODIFIED }, limits));
      expect(run(folder, 'unzip', '-t', 'bundle.zip')).toMatchObject({
        code: 0,
        said: expect.stringContaining('No errors'),
      });
      const files = readWithPython(folder);
      expect(new Map(files.map((file) => [file.name, file.sha256]))).toEqual(
        new Map([...contents].map(([path, bytes]) => [path, sha256(bytes)])),
      );
      expect(files.find((file) => file.name === 'data/shot.png')?.time).toEqual([2025, 11, 30, 23, 59, 58]);
    });

    it(`… 7z too, without a warning (Zip64: ${name})`, async () => {
      const folder = await saveArchive(await composeZip({ made, stored, modified: MODIFIED }, limits));
      const { code, said } = run(folder, '7z', 't', 'bundle.zip');
      expect(said).not.toMatch(/warning|error/i);
      expect(code).toBe(0);
    });

    it(`… bsdtar too (Zip64: ${name})`, async () => {
      const folder = await saveArchive(await composeZip({ made, stored, modified: MODIFIED }, limits));
      const { code, said } = run(folder, 'bsdtar', '-tf', 'bundle.zip');
      expect({ code, names: said.trim().split('\n') }).toEqual({ code: 0, names: [...contents.keys()] });
    });

    it(`is read back by our own reader (Zip64: ${name})`, async () => {
      const zip = await readZip(await composeZip({ made, stored, modified: MODIFIED }, limits));
      for (const entry of zip.entries) {
        const pieces: Uint8Array[] = [];
        for await (const piece of openEntry(zip, entry)) pieces.push(piece);
        expect(sha256(Buffer.concat(pieces))).toBe(
          sha256(contents.get(entry.path) ?? expect.fail(entry.path)),
        );
        expect(entry.modified).toEqual(entry.path.endsWith('.png') ? SHOT : MODIFIED);
      }
      expect(zip.entries).toHaveLength(contents.size);
    });
  }

  it('gives the same bytes for the same input', async () => {
    const [first, second] = [
      await composeZip({ made, stored, modified: MODIFIED }),
      await composeZip({ made, stored, modified: MODIFIED }),
    ];
    expect(Buffer.from(await first.arrayBuffer()).equals(Buffer.from(await second.arrayBuffer()))).toBe(true);
  });

  it('is accepted when it holds nothing', async () => {
    const blob = await composeZip({ made: [], stored: [], modified: MODIFIED });
    expect((await readZip(blob)).entries).toEqual([]);
  });

  it('takes more than 65,535 entries', { timeout: 60_000 }, async () => {
    const blob = new Blob(['x']);
    const many = Array.from({ length: 66_000 }, (_, index) => {
      return { path: `f/${index}`, blob, crc32: crc32('x'), bytes: 1, modified: SHOT };
    });
    const folder = await saveArchive(await composeZip({ made: [], stored: many, modified: MODIFIED }));
    expect(
      run(folder, 'python3', '-c', 'import zipfile; print(len(zipfile.ZipFile("bundle.zip").namelist()))')
        .said,
    ).toBe('66000\n');
  });

  it.each([
    '/abs.txt',
    '../up.txt',
    'a/../b',
    'a\\b',
    'a//b',
    'folder/',
    '',
    'C:/x',
    'имя.txt',
    'a\nb',
    'a%0Ab',
  ])('refuses the name %j', async (path) => {
    const zip = composeZip({ made: [{ path, bytes: '' }], stored: [], modified: MODIFIED });
    await expect(zip).rejects.toMatchObject({ name: 'BundleError', code: 'zip-unsafe-path' });
  });

  it('refuses two names that are one file on Windows', async () => {
    const twice = ['a.txt', 'A.txt'].map((path) => ({ path, bytes: '' }));
    await expect(composeZip({ made: twice, stored: [], modified: MODIFIED })).rejects.toMatchObject({
      code: 'zip-duplicate-name',
    });
  });

  it('refuses a Blob that is not as long as was noted', async () => {
    const file = { ...storedFile('x.png', Uint8Array.of(1, 2)), bytes: 3 };
    await expect(composeZip({ made: [], stored: [file], modified: MODIFIED })).rejects.toMatchObject({
      code: 'artifact-changed',
      facts: { file: 'x.png', expected: '3 bytes', found: '2 bytes' },
    });
  });

  it('refuses more than 400 MB of made files before it compresses them', async () => {
    // The same 100 MB five times: it is the sum that counts.
    const bytes = new Uint8Array(100_000_000);
    const files = Array.from({ length: 5 }, (_, index) => ({ path: `${index}.bin`, bytes }));
    await expect(composeZip({ made: files, stored: [], modified: MODIFIED })).rejects.toMatchObject({
      code: 'made-part-too-big',
    });
  });
});
