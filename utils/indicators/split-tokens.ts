import type { Candidate } from './family';

const GROUP = /[A-Za-z0-9]{1,100}/g;
/** How the addresses begin that may stand in pieces. */
const BEGINNING = /^(?:[13579ADLMXTG4869rtz]|bc1|ltc1|lt|bnb1|addr1|stake1|cosmos1|q|p|u1|0x|bc|addr)/;
const LONGEST = 112;
const MOST_GROUPS = 28;
const SEEDS_PER_SPAN = 4;

interface Group {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Groups of letters and digits that stand apart by the same one or two characters (a space, a line break, a hyphen)
 * and could be the pieces of one address: every joined prefix of 25 to 112 characters. Bounded work a character.
 */
export function* findSplitTokens(text: string): Generator<Candidate> {
  const groups: Group[] = [];
  for (const match of text.matchAll(GROUP)) {
    const group = { text: match[0], start: match.index, end: match.index + match[0].length };
    const last = groups.at(-1);
    if (last && !isSeparator(text.slice(last.end, group.start))) yield* joinRun(groups.splice(0));
    groups.push(group);
  }
  yield* joinRun(groups);
}

function isSeparator(gap: string): boolean {
  return gap.length > 0 && gap.length <= 3 && /^(?: {1,2}|[ \t]?\r?\n[ \t]?|[-.*|_] ?|-\n)$/.test(gap);
}

function* joinRun(groups: readonly Group[]): Generator<Candidate> {
  if (groups.length < 2) return;
  let seeds = 0;
  let spanEnd = 0;
  for (const [first, group] of groups.entries()) {
    if (group.start >= spanEnd) seeds = 0;
    if (seeds >= SEEDS_PER_SPAN || !isSeed(group, groups[first + 1])) continue;
    seeds += 1;
    if (seeds === 1) spanEnd = group.start + LONGEST;
    yield* joinFrom(groups, first);
  }
}

/** A first piece begins as addresses do and isn't a word or a number; `0x` and `bc1` may stand alone. */
function isSeed({ text }: Group, next: Group | undefined): boolean {
  if (!BEGINNING.test(text)) return false;
  if (/\d/.test(text) && /[A-Za-z]/.test(text)) return true;
  if (/[a-z][A-Z]|^[A-Z][a-z]?[A-Z]/.test(text) && /\d/.test(next?.text ?? '')) return true;
  return text.length <= 4 && /\d/.test(next?.text ?? '') && /[A-Za-z]/.test(next?.text ?? '');
}

function* joinFrom(groups: readonly Group[], first: number): Generator<Candidate> {
  const start = groups[first]?.start ?? 0;
  let joined = groups[first]?.text ?? '';
  let words = 0;
  for (let i = first + 1; i < groups.length && i - first < MOST_GROUPS; i += 1) {
    const group = groups[i];
    if (!group || joined.length + group.text.length > LONGEST) return;
    // Prose soon shows itself: pieces of an address are seldom words.
    if (/^[A-Z]?[a-z]{3,}$/.test(group.text)) words += 1;
    if (words > 2 && words * 2 > i - first) return;
    joined += group.text;
    if (joined.length >= 25) yield { text: joined, start, end: group.end };
  }
}
