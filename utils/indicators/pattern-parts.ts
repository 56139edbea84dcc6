/** The parts of a pattern between the `|` that stand in no group and in no class. */
export function alternatives(pattern: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of pattern) {
    if ('(['.includes(character)) depth += 1;
    if (')]'.includes(character)) depth -= 1;
    if (character === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

/** A group without groups inside, a class or a character, with its quantifier. */
const ATOM = /(?:\(\?:([^()]*)\)|\[[^\]]+\]|\\?.)(?:\{(?:\d+,)?(\d+)\}|\?)?/g;

/**
 * The length of the longest text of the shape by its first character (an ASCII code); 0: none begins so. A shape reads
 * `^a…$`, `^[ab]…$` or `^(?:…|…)$`, with bounded quantifiers. Looked up before the shape is tried, it spares most tries.
 */
export function longestByFirst({ source, flags }: RegExp): Uint16Array {
  const body = /^\^\(\?:(.*)\)\$$/.exec(source)?.[1] ?? source.slice(1, -1);
  const longest = new Uint16Array(128);
  for (const part of alternatives(body)) {
    const first = new RegExp(`^${/^(?:\[[^\]]+\]|[A-Za-z0-9])/.exec(part)?.[0] ?? '.'}`, flags);
    for (const code of longest.keys()) {
      if (first.test(String.fromCharCode(code)))
        longest[code] = Math.max(longest[code] ?? 0, longestOf(part));
    }
  }
  return longest;
}

function longestOf(pattern: string): number {
  let length = 0;
  for (const [, group, most] of pattern.matchAll(ATOM)) {
    const each = group === undefined ? 1 : Math.max(...alternatives(group).map(longestOf));
    length += each * (most === undefined ? 1 : Number(most));
  }
  return length;
}
