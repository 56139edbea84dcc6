import { describe, expect, it } from 'vitest';
import { BundleError, type BundleErrorCode } from '@/utils/bundle/errors';
import { type ByteSource, type Bytes, joinBytes } from '@/utils/bundle/zip/format';
import { openEntry, readEntry } from '@/utils/bundle/zip/open-entry';
import { READ_LIMITS, readZip } from '@/utils/bundle/zip/read';
import { endRecords } from '@/utils/bundle/zip/write-headers';
import { deflatedEntry, type HostileEntry, hostileArchive, poke } from './hostile-archive';

const text = (content: string): Bytes => new TextEncoder().encode(content);
const entry = (path: string, more: Partial<HostileEntry> = {}): HostileEntry => ({
  path,
  body: text(path),
  ...more,
});
const sound = hostileArchive([entry('a.txt'), deflatedEntry('b.txt', 'b'.repeat(500))]);
const centralAt = new DataView(sound.buffer).getUint32(sound.length - 6, true);
const endAt = sound.length - 22;
// The local header's Zip64 field stands behind 30 bytes, the name 'a' and the time field of 9 bytes.
const LOCAL_ZIP64 = 30 + 1 + 9;

const REFUSED: readonly (readonly [string, BundleErrorCode, Bytes])[] = [
  ['an empty file', 'zip-not-a-zip', new Uint8Array()],
  ['another kind of file', 'zip-not-a-zip', text('a text that is no archive at all, but long enough')],
  ['an archive without its end', 'zip-truncated', sound.slice(0, -30)],
  ['data behind the end', 'zip-hidden-data', joinBytes(sound, text('more'))],
  ['data before the start', 'zip-hidden-data', joinBytes(text('more'), sound)],
  ['data before the start, offsets adjusted', 'zip-hidden-data', withPrefix()],
  [
    'data between two entries',
    'zip-hidden-data',
    hostileArchive([entry('a', { gap: text('secret') }), entry('b')]),
  ],
  [
    'data between entries and directory',
    'zip-hidden-data',
    hostileArchive([entry('a', { gap: text('secret') })]),
  ],
  ['an archive comment', 'zip-hidden-data', poke(sound, endAt + 20, 2, 4)],
  ['an entry comment', 'zip-hidden-data', poke(sound, centralAt + 32, 2, 1)],
  [
    'an entry that the directory leaves out',
    'zip-hidden-data',
    hostileArchive([entry('a'), entry('b')], { end: { count: 1 } }),
  ],
  [
    'a directory with fewer entries than stated',
    'zip-truncated',
    hostileArchive([entry('a')], { end: { count: 2 } }),
  ],
  ['an absolute name', 'zip-unsafe-path', hostileArchive([entry('/etc/passwd')])],
  ['a name that climbs out', 'zip-unsafe-path', hostileArchive([entry('data/../../x')])],
  ['a backslash', 'zip-unsafe-path', hostileArchive([entry('data\\x')])],
  ['a drive', 'zip-unsafe-path', hostileArchive([entry('C:x')])],
  ['a name with a NUL', 'zip-unsafe-path', hostileArchive([entry('a\0.txt')])],
  ['a direction override in a name', 'zip-unsafe-path', hostileArchive([entry('a\u202Etxt.exe')])],
  ['an empty name', 'zip-unsafe-path', hostileArchive([entry('')])],
  ['a folder', 'zip-unsafe-path', hostileArchive([entry('folder/')])],
  ['a double name', 'zip-duplicate-name', hostileArchive([entry('a'), entry('a')])],
  ['two names that differ in case alone', 'zip-duplicate-name', hostileArchive([entry('a'), entry('A')])],
  ['a name in NFC', 'zip-unsafe-path', hostileArchive([entry('caf\u00e9.txt')])],
  [
    'two names of one look, in NFC and NFD',
    'zip-unsafe-path',
    hostileArchive([entry('caf\u00e9.txt'), entry('cafe\u0301.txt')]),
  ],
  ['a name that Windows shortens to another', 'zip-unsafe-path', hostileArchive([entry('a.'), entry('a')])],
  ['a device of Windows', 'zip-unsafe-path', hostileArchive([entry('data/NUL.txt')])],
  ['a name of 241 characters', 'zip-unsafe-path', hostileArchive([entry('a'.repeat(241))])],
  ['a symbolic link', 'zip-link', poke(sound, centralAt + 38, 4, 0o120777 * 0x10000)],
  ['a device', 'zip-link', poke(sound, centralAt + 38, 4, 0o020666 * 0x10000)],
  ['a folder by its attribute', 'zip-link', poke(sound, centralAt + 38, 4, 0x10)],
  ['an encrypted entry', 'zip-encrypted', poke(sound, centralAt + 8, 2, 0x0801)],
  ['an encrypted directory', 'zip-encrypted', poke(sound, centralAt + 8, 2, 0x2800)],
  ['an entry encrypted by its local header alone', 'zip-encrypted', poke(sound, 6, 2, 0x0801)],
  ['a data descriptor', 'zip-unsupported', poke(sound, centralAt + 8, 2, 0x0808)],
  ['another method', 'zip-unsupported', poke(sound, centralAt + 10, 2, 12)],
  ['a later version of the format', 'zip-unsupported', poke(sound, centralAt + 6, 2, 63)],
  ['a second disk', 'zip-unsupported', poke(sound, endAt + 4, 2, 1)],
  ['an entry on a second disk', 'zip-unsupported', poke(sound, centralAt + 34, 2, 1)],
  ['entries that share their data', 'zip-overlap', hostileArchive([entry('a'), entry('b', { offset: 0 })])],
  [
    'an entry that reaches into the next',
    'zip-overlap',
    hostileArchive([entry('a', { facts: { bytes: 9, compressedBytes: 9 } }), entry('b')]),
  ],
  [
    'an entry that reaches into the directory',
    'zip-overlap',
    hostileArchive([entry('a', { facts: { bytes: 9, compressedBytes: 9 } })]),
  ],
  [
    'a local name of its own',
    'zip-header-mismatch',
    hostileArchive([entry('abc', { local: { path: 'xyz' } })]),
  ],
  [
    'a local size of its own',
    'zip-header-mismatch',
    hostileArchive([entry('a', { local: { bytes: 0, compressedBytes: 0 } })]),
  ],
  ['a local CRC of its own', 'zip-header-mismatch', hostileArchive([entry('a', { local: { crc32: 1 } })])],
  [
    'a local method of its own',
    'zip-header-mismatch',
    hostileArchive([entry('a', { local: { method: 8 } })]),
  ],
  [
    'a local time of its own',
    'zip-header-mismatch',
    hostileArchive([entry('a', { local: { modified: new Date('2020-01-01') } })]),
  ],
  [
    'a DOS time that contradicts the UTC time',
    'zip-header-mismatch',
    poke(sound, centralAt + 12, 4, 0x5a000000),
  ],
  [
    'a stored entry with two sizes',
    'zip-header-mismatch',
    hostileArchive([entry('a', { facts: { bytes: 5 } })]),
  ],
  ['no local header where one is stated', 'zip-header-mismatch', poke(sound, 0, 4, 0)],
  ['an unknown extra field', 'zip-hidden-data', poke(sound, centralAt + 46 + 5, 2, 0x7075)],
  [
    'a ratio that deflate can’t have',
    'zip-too-big',
    hostileArchive([
      { ...deflatedEntry('bomb', 'x'), facts: { ...deflatedEntry('bomb', 'x').facts, bytes: 4_000_000 } },
    ]),
  ],
  ['more entries than can be', 'zip-too-big', hostileArchive([entry('a')], { end: { count: 10_000_000 } })],
  [
    'a directory larger than the archive',
    'zip-truncated',
    hostileArchive([entry('a')], { end: { bytes: 4_000_000 } }),
  ],
  ['a Zip64 end without its locator', 'zip-truncated', zip64Sentinels()],
  ['a Zip64 count that contradicts the plain one', 'zip-header-mismatch', zip64CountLie()],
  ['a Zip64 size of its own in the local header', 'zip-header-mismatch', zip64LocalLie()],
  ['a Zip64 field of another length', 'zip-header-mismatch', zip64FieldLie()],
  ['a Zip64 locator that points elsewhere', 'zip-header-mismatch', zip64LocatorLie()],
  ['a Zip64 size of 2^60', 'zip-header-mismatch', zip64SizeLie()],
];

function withPrefix(): Bytes {
  const plain = hostileArchive([entry('a')]);
  const shifted = hostileArchive([entry('a', { offset: 4 })], {
    end: { offset: plain.length - 22 - centralBytes(plain) + 4 },
  });
  return joinBytes(text('more'), shifted);
}

function centralBytes(archive: Bytes): number {
  return new DataView(archive.buffer).getUint32(archive.length - 10, true);
}

// The plain end record refers to Zip64 records that aren't there.
function zip64Sentinels(): Bytes {
  const empty = hostileArchive([]);
  return poke(poke(empty, 8, 2, 0xffff), 10, 2, 0xffff);
}

function zip64CountLie(): Bytes {
  const archive = hostileArchive([entry('a')], { limits: { size: 0, count: 0xffff } });
  return poke(poke(archive, archive.length - 14, 2, 2), archive.length - 12, 2, 2);
}

function zip64LocatorLie(): Bytes {
  const archive = hostileArchive([entry('a')], { limits: { size: 0, count: 0 } });
  return poke(archive, archive.length - 22 - 20 + 8, 4, 0);
}

function zip64LocalLie(): Bytes {
  const archive = hostileArchive([entry('a')], { limits: { size: 0, count: 0 } });
  return poke(archive, LOCAL_ZIP64 + 4, 4, 7);
}

function zip64FieldLie(): Bytes {
  const archive = hostileArchive([entry('a')], { limits: { size: 0, count: 0 } });
  return poke(archive, LOCAL_ZIP64 + 2, 2, 8);
}

function zip64SizeLie(): Bytes {
  const archive = hostileArchive([entry('a')], { limits: { size: 0, count: 0 } });
  const directoryOffsetHigh = archive.length - 22 - 20 - 56 + 48 + 7;
  return poke(archive, directoryOffsetHigh, 1, 0x10);
}

describe('readZip', () => {
  it('reads the sound archive that the others are made from', async () => {
    const zip = await readZip(new Blob([sound]));
    expect(zip.entries.map(({ path, bytes }) => [path, bytes])).toEqual([
      ['a.txt', 5],
      ['b.txt', 500],
    ]);
  });

  it.each(REFUSED)('refuses %s', async (_, code, bytes) => {
    await expect(readZip(new Blob([bytes]))).rejects.toMatchObject({ name: 'BundleError', code });
  });

  it('refuses more deflated content than its limit before it inflates any', async () => {
    const limits = { ...READ_LIMITS, inflatedBytes: 499 };
    await expect(readZip(new Blob([sound]), limits)).rejects.toMatchObject({ code: 'zip-too-big' });
  });

  it('reads next to nothing of what claims ten million entries, or a directory of gigabytes', async () => {
    const claims = [
      { count: 10_000_000, bytes: 560_000_000, offset: 0 },
      { count: 1, bytes: 5_000_000_000, offset: 0 },
      { count: 199_999, bytes: 63_999_999, offset: 4_000_000_000_000 },
    ];
    for (const claim of claims) {
      const end = endRecords(claim, { size: 0, count: 0 });
      const source = countingSource(claim.offset + claim.bytes, end);
      await expect(readZip(source.blob)).rejects.toMatchObject({ name: 'BundleError' });
      expect(source.readBytes()).toBeLessThan(64_100_000);
      if (claim.bytes > READ_LIMITS.directoryBytes) expect(source.readBytes()).toBeLessThan(200);
    }
  });

  it('refuses an archive that was cut anywhere', async () => {
    for (let length = 0; length < sound.length; length += 1) {
      await expect(readZip(new Blob([sound.slice(0, length)]))).rejects.toBeInstanceOf(BundleError);
    }
  });

  it('refuses any change of a header, or gives the same contents all the same', {
    timeout: 60_000,
  }, async () => {
    const before = await outcomeOf(sound);
    const { entries } = await readZip(new Blob([sound]));
    // A change of the content itself is for the hashes to catch.
    const isContent = (at: number) =>
      entries.some(
        ({ dataOffset, compressedBytes }) => at >= dataOffset && at < dataOffset + compressedBytes,
      );
    for (let at = 0; at < sound.length; at += 1) {
      if (isContent(at)) continue;
      for (const value of [0x00, 0xff, (sound[at] ?? 0) ^ 1, (sound[at] ?? 0) ^ 0x80]) {
        expect(['refused', before]).toContain(await outcomeOf(poke(sound, at, 1, value)));
      }
    }
  });
});

/** A file of `zeros` bytes and an end, of any size without taking memory; counts what is read of it. */
function countingSource(zeros: number, end: Bytes) {
  let read = 0;
  const slice = (from: number, to: number): ByteSource => ({
    size: to - from,
    slice: (start, stop) => slice(from + start, Math.min(from + stop, to)),
    arrayBuffer: async () => {
      read += to - from;
      const bytes = new Uint8Array(to - from);
      for (let at = Math.max(from, zeros); at < to; at += 1) bytes[at - from] = end[at - zeros] ?? 0;
      return bytes.buffer;
    },
    stream: () => new ReadableStream(),
  });
  return { blob: slice(0, zeros + end.length), readBytes: () => read };
}

async function outcomeOf(bytes: Bytes): Promise<string> {
  try {
    const zip = await readZip(new Blob([bytes]));
    const contents = zip.entries.map(async (file) => [
      file.path,
      Buffer.from(await readEntry(zip, file, 1000)).toString('hex'),
    ]);
    return JSON.stringify(await Promise.all(contents));
  } catch (error) {
    if (error instanceof BundleError) return 'refused';
    throw error;
  }
}

describe('openEntry', () => {
  const b = deflatedEntry('b.txt', 'b'.repeat(500));

  it.each([
    ['gives more than its header says', { ...b, facts: { ...b.facts, bytes: 499 } }],
    ['gives less than its header says', { ...b, facts: { ...b.facts, bytes: 501 } }],
    ['is broken', { ...b, body: b.body.map((byte) => byte ^ 0xff) }],
    [
      'is cut',
      { ...b, body: b.body.slice(0, -2), facts: { ...b.facts, compressedBytes: b.body.length - 2 } },
    ],
    [
      'has bytes behind its end',
      {
        ...b,
        body: joinBytes(b.body, text('secret')),
        facts: { ...b.facts, compressedBytes: b.body.length + 6 },
      },
    ],
  ])('refuses a deflate stream that %s', async (_, hostile) => {
    const zip = await readZip(new Blob([hostileArchive([hostile])]));
    const [file] = zip.entries;
    const reading = async () => {
      for await (const _piece of openEntry(zip, file ?? expect.fail('no entry')));
    };
    await expect(reading()).rejects.toMatchObject({ code: 'zip-corrupt-data', facts: { file: 'b.txt' } });
  });

  it('stops a bomb at what its header says: 30 MB behind a header of 300 KB', {
    timeout: 60_000,
  }, async () => {
    const bomb = deflatedEntry('bomb', '0'.repeat(30_000_000));
    const zip = await readZip(
      new Blob([hostileArchive([{ ...bomb, facts: { ...bomb.facts, bytes: 300_000 } }])]),
    );
    const [file] = zip.entries;
    let produced = 0;
    const reading = async () => {
      for await (const piece of openEntry(zip, file ?? expect.fail('no entry'))) produced += piece.length;
    };
    await expect(reading()).rejects.toMatchObject({ code: 'zip-corrupt-data' });
    expect(produced).toBeLessThanOrEqual(300_000);
  });
});
