import { describe, expect, it } from 'vitest';
import { appendToZip } from '@/utils/bundle/zip/append';
import { composeZip } from '@/utils/bundle/zip/compose';
import { readZip } from '@/utils/bundle/zip/read';
import { readWithPython, run, saveArchive } from '../tools';

const MODIFIED = new Date('2026-03-05T10:00:01Z');
const LATER = new Date('2026-03-06T10:00:00Z');
const made = [
  { path: 'a.txt', bytes: 'повтор '.repeat(500) },
  { path: 'b/c.bin', bytes: Uint8Array.of(1, 2, 3) },
];
const added = [
  { path: 'seal/one.tsr', bytes: new Uint8Array(2000).fill(7), modified: LATER },
  { path: 'seal/two.p7s', bytes: new Uint8Array(), modified: LATER },
];

describe('appendToZip', () => {
  it.each([
    ['plain', undefined],
    ['in Zip64 throughout', { size: 0, count: 0 }],
    ['that only grows into Zip64 by its count', { size: 0xffffffff, count: 3 }],
  ])('makes an archive %s that unzip and Python accept', async (_what, limits) => {
    const before = await composeZip({ made, stored: [], modified: MODIFIED }, limits);
    const after = await appendToZip(before, added, limits);
    expect(run(await saveArchive(after), 'unzip', '-t', 'bundle.zip')).toMatchObject({ code: 0 });
    const files = readWithPython(await saveArchive(after));
    expect(files.map(({ name }) => name)).toEqual(['a.txt', 'b/c.bin', 'seal/one.tsr', 'seal/two.p7s']);
    expect(files.slice(0, 2)).toEqual(readWithPython(await saveArchive(before)));
    const { entries } = await readZip(after);
    expect(entries.at(2)).toMatchObject({ path: 'seal/one.tsr', bytes: 2000, modified: LATER });
  });

  it.each([
    ['zip-duplicate-name', 'A.TXT'],
    ['zip-unsafe-path', '../x'],
    ['zip-unsafe-path', '/x'],
  ])('refuses with %s the name %s', async (code, path) => {
    const before = await composeZip({ made, stored: [], modified: MODIFIED });
    const file = { path, bytes: new Uint8Array(), modified: LATER };
    await expect(appendToZip(before, [file])).rejects.toMatchObject({ code });
  });

  it('refuses what is no sound archive', async () => {
    const before = await composeZip({ made, stored: [], modified: MODIFIED });
    const cut = before.slice(0, before.size - 30);
    await expect(appendToZip(cut, added)).rejects.toMatchObject({ name: 'BundleError' });
  });
});
