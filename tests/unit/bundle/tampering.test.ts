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

function pick(files: Unpacked, random: Random): [string, Bytes] {
  return [...files][random(files.size)] ?? expect.fail('an empty bundle');
}

const MUTATIONS: readonly ((files: Unpacked, random: Random) => Mutation)[] = [
  function flip(files, random) {
    const [path, bytes] = pick(files, random);
    const copy = bytes.slice();
    const at = random(copy.length);
    const bit = 1 << random(8);
    copy[at] = (copy[at] ?? 0) ^ bit;
    files.set(path, copy);
    return { what: `flip bit ${bit} of byte ${at}`, touched: [path] };
  },
  function cut(files, random) {
    const [path, bytes] = pick(files, random);
    const length = random(bytes.length);
    files.set(path, bytes.slice(0, length));
    return { what: `cut to ${length}`, touched: [path] };
  },
  function append(files, random) {
    const [path, bytes] = pick(files, random);
    const longer = new Uint8Array(bytes.length + 1 + random(4));
    longer.set(bytes);
    longer.fill([0, 10, 32, 65][random(4)] ?? 0, bytes.length);
    files.set(path, longer);
    return { what: 'append', touched: [path] };
  },
  function removeSome(files, random) {
    const [path, bytes] = pick(files, random);
    const at = random(bytes.length);
    files.set(path, Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + 1)]));
    return { what: `remove byte ${at}`, touched: [path] };
  },
  function add(files, random) {
    const [near] = pick(files, random);
    const path = near.replace(/[^/]*$/, `new-${random(1000)}.txt`);
    files.set(path, Uint8Array.of(1));
    return { what: 'add', touched: [path] };
  },
  function rename(files, random) {
    const [path, bytes] = pick(files, random);
    files.delete(path);
    files.set(`${path}.bak`, bytes);
    return { what: 'rename', touched: [path, `${path}.bak`] };
  },
  function remove(files, random) {
    const [path] = pick(files, random);
    files.delete(path);
    return { what: 'remove', touched: [path] };
  },
  function swap(files, random) {
    const [a, first] = pick(files, random);
    const [b, second] = pick(files, random);
    if (a === b) return remove(files, a);
    files.set(a, second).set(b, first);
    return { what: 'swap', touched: [a, b] };
  },
  function swapLines(files, random) {
    const texts = [...files].filter(([path]) => /\.(txt|jsonl|csv)$/.test(path));
    const [path, bytes] = texts[random(texts.length)] ?? expect.fail('no texts');
    const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\n');
    if (lines.length < 3) return remove(files, path);
    const at = random(lines.length - 2);
    [lines[at], lines[at + 1]] = [lines[at + 1] ?? '', lines[at] ?? ''];
    files.set(path, new TextEncoder().encode(lines.join('\n')));
    return { what: `swap lines ${at} and ${at + 1}`, touched: [path] };
  },
];

function remove(files: Unpacked, path: string): Mutation {
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
    const hit = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const files: Unpacked = new Map(original);
      const mutate = MUTATIONS[round % MUTATIONS.length] ?? expect.fail('no mutation');
      const { what, touched } = mutate(files, random);
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
      for (const path of touched) hit.add(path);
    }
    // The seed reaches every file of the bundle.
    for (const path of original.keys()) expect(hit).toContain(path);
  });
});
