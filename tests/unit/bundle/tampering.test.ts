import { describe, expect, it } from 'vitest';
import { buildBundle } from '@/utils/bundle/build';
import { verifyBundle } from '@/utils/bundle/verify';
import type { Bytes } from '@/utils/bundle/zip/format';
import { sampleCase } from './sample-case';
import { pack, type Unpacked, unpack } from './unpacked';

const ROUNDS = 1200;

/** What was done to a copy of the bundle, and to which paths. */
interface Mutation {
  readonly what: string;
  readonly touched: readonly string[];
}

type Random = (below: number) => number;

/** mulberry32: the same numbers for the same seed, on every machine. */
function seededRandom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

type Mutate = (files: Unpacked, target: readonly [string, Bytes], random: Random) => Mutation;

/** What can be done to a file, each kind to each file of the bundle in turn. */
const MUTATIONS: readonly Mutate[] = [
  function flip(files, [path, bytes], random) {
    const copy = bytes.slice();
    const at = random(copy.length);
    const bit = 1 << random(8);
    copy[at] = (copy[at] ?? 0) ^ bit;
    files.set(path, copy);
    return { what: `flip bit ${bit} of byte ${at}`, touched: [path] };
  },
  function cut(files, [path, bytes], random) {
    const length = random(bytes.length);
    files.set(path, bytes.slice(0, length));
    return { what: `cut to ${length}`, touched: [path] };
  },
  function append(files, [path, bytes], random) {
    const longer = new Uint8Array(bytes.length + 1 + random(4));
    longer.set(bytes);
    longer.fill([0, 10, 32, 65][random(4)] ?? 0, bytes.length);
    files.set(path, longer);
    return { what: 'append', touched: [path] };
  },
  function removeByte(files, [path, bytes], random) {
    const at = random(bytes.length);
    files.set(path, Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + 1)]));
    return { what: `remove byte ${at}`, touched: [path] };
  },
  function add(files, [near], random) {
    const path = near.replace(/[^/]*$/, `new-${random(1000)}.txt`);
    files.set(path, Uint8Array.of(1));
    return { what: 'add', touched: [path] };
  },
  function rename(files, [path, bytes]) {
    files.delete(path);
    files.set(`${path}.bak`, bytes);
    return { what: 'rename', touched: [path, `${path}.bak`] };
  },
  remove,
  function swapFiles(files, [path, bytes], random) {
    const others = [...files].filter(([other]) => other !== path);
    const [other, content] = others[random(others.length)] ?? expect.fail('one file alone');
    files.set(path, content).set(other, bytes);
    return { what: `swap with ${other}`, touched: [path, other] };
  },
  function reorder(files, [path, bytes], random) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const parts = /\.(txt|jsonl|csv)$/.test(path)
      ? text.split(/(?<=\n)/).map((line) => new TextEncoder().encode(line))
      : [bytes.slice(0, bytes.length >> 1), bytes.slice(bytes.length >> 1)];
    const at = random(parts.length - 1);
    const moved = [...parts.slice(0, at), ...parts.slice(at, at + 2).reverse(), ...parts.slice(at + 2)];
    const joined = Uint8Array.from(moved.flatMap((part) => [...part]));
    // Of a single line, or of two that are the same, there is no other order.
    if (Buffer.compare(joined, bytes) === 0) return remove(files, [path, bytes]);
    files.set(path, joined);
    return { what: `reorder at ${at}`, touched: [path] };
  },
];

function remove(files: Unpacked, [path]: readonly [string, Bytes]): Mutation {
  files.delete(path);
  return { what: 'remove', touched: [path] };
}

describe('a bundle that was tampered with', () => {
  it(`is caught in ${ROUNDS} seeded mutations, and no innocent file is named`, {
    timeout: 300_000,
  }, async () => {
    const { input, ports } = sampleCase();
    const original = await unpack((await buildBundle(input, ports)).blob);
    expect((await verifyBundle(await pack(original))).ok).toBe(true);
    const random = seededRandom(20260305);
    const targets = [...original];
    expect(ROUNDS).toBeGreaterThan(targets.length * MUTATIONS.length * 4);
    for (let round = 0; round < ROUNDS; round += 1) {
      const files: Unpacked = new Map(original);
      const mutate = MUTATIONS[round % MUTATIONS.length] ?? expect.fail('no mutation');
      const target = targets[Math.floor(round / MUTATIONS.length) % targets.length] ?? expect.fail('no file');
      const { what, touched } = mutate(files, target, random);
      const report = await verifyBundle(await pack(files));
      const named = report.findings.flatMap(({ file, against }) =>
        against === '' ? [file] : [file, against],
      );
      const about = `round ${round}: ${what} of ${touched.join(', ')}`;
      expect(report.ok, about).toBe(false);
      // Whatever was touched is named, or else the manifest that would have told; and each finding is about
      // something that was touched.
      const witness = touched.find(
        (path) => /^(tag)?manifest-sha256\.txt$/.test(path) && named.includes(path),
      );
      for (const path of touched) expect(named, about).toContain(witness ?? path);
      for (const { file, against } of report.findings) {
        const isAbout = (path: string) =>
          path === file || path === against || (file === 'data/' && path.startsWith(file));
        expect(touched.some(isAbout), `${about}: ${file} by ${against}`).toBe(true);
      }
    }
  });

  it('is the same bundle in whatever order its files stand in the ZIP: that is not sealed', async () => {
    const { input, ports } = sampleCase();
    const original = await unpack((await buildBundle(input, ports)).blob);
    expect(await verifyBundle(await pack(new Map([...original].reverse())))).toMatchObject({ ok: true });
  });
});
