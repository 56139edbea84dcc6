export type Random = (below: number) => number;

/** mulberry32: the same numbers for the same seed, on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** A copy with one bit flipped, one byte set, cut, lengthened, or a piece taken out or doubled. */
export function mutate(bytes: Uint8Array, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  const at = random(copy.length);
  switch (random(6)) {
    case 0:
      copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
      return copy;
    case 1:
      copy[at] = (copy[at] ?? 0) ^ (1 + random(255));
      return copy;
    case 2:
      return copy.subarray(0, at);
    case 3:
      return Buffer.concat([copy, Buffer.from([random(256)])]);
    case 4:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + 1 + random(8))]);
    default:
      return Buffer.concat([copy.subarray(0, at + 1), copy.subarray(at)]);
  }
}

/** A copy in which `from`, which stands in it once, is `to`, of the same length. */
export function replaceOnce(bytes: Uint8Array, from: Uint8Array, to: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf(from);
  if (at < 0 || from.length !== to.length)
    throw new Error(`not there, or ${from.length} != ${to.length} bytes`);
  copy.set(to, at);
  return copy;
}
