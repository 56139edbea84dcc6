import type { Candidate } from './family';

const SEPARATOR = '(?: {1,2}|[ \\t]?\\r?\\n[ \\t]?|[-.*|_] ?|-\\n)';
const MIXED = '(?=[A-Za-z]{0,59}\\d)(?=\\d{0,59}[A-Za-z])[A-Za-z0-9]{2,60}';
const ALONE = '(?<![A-Za-z0-9][^])';
const MORE = `[A-Za-z0-9]{1,105}(?=${SEPARATOR}[A-Za-z0-9])`;
/** A first piece begins as addresses do; it mixes letters and digits, or cases while a piece soon behind it does. */
const FIRST = new RegExp(
  [
    `[0134579]${ALONE}(?=\\d{0,59}[A-Za-z])${MORE}`,
    `[ADLMXTGacbpqrtuz]${ALONE}(?=[A-Za-z]{0,59}\\d)${MORE}`,
    `[ADLMXTGr]${ALONE}(?=[A-Za-z]{0,6}(?:[a-z][A-Z]|[A-Z][a-z])|[A-Z]{1,6}[a-z])[A-Za-z]{1,30}(?=(?:${SEPARATOR}[A-Za-z]{1,8}){0,2}${SEPARATOR}${MIXED})`,
  ].join('|'),
  'g',
);
const NEXT = new RegExp(`${SEPARATOR}([A-Za-z0-9]{1,100})`, 'y');
const LONGEST = 112;
const SPAN = 60;
const SEEDS_PER_SPAN = 3;

/**
 * Groups of letters and digits with a space, a line break or a hyphen between them that could be the pieces of one
 * address: every joined prefix of 25 to 112 characters. The work a character is bounded.
 */
export function* findSplitTokens(text: string): Generator<Candidate> {
  let seeds = 0;
  let spanEnd = 0;
  for (const match of text.matchAll(FIRST)) {
    if (!canBegin(text.slice(Math.max(0, match.index - 16), match.index))) continue;
    if (match.index >= spanEnd) {
      seeds = 0;
      spanEnd = match.index + SPAN;
    }
    seeds += 1;
    if (seeds <= SEEDS_PER_SPAN) yield* joinFrom(text, match[0], match.index);
  }
}

/** An address begins on a line, behind a word or a sign; not behind what looks like another piece of it. */
function canBegin(before: string): boolean {
  const [, piece = '', gap = ''] = /([A-Za-z0-9]*)([^A-Za-z0-9]*)$/.exec(before) ?? [];
  return gap.includes('\n') || /^(?:[A-Z]?[a-z]*|[A-Z]+|\d+)$/.test(piece) || /[:(=>"]/.test(gap);
}

function* joinFrom(text: string, first: string, start: number): Generator<Candidate> {
  let joined = first;
  let pieces = 0;
  let words = 0;
  NEXT.lastIndex = start + first.length;
  for (let match = NEXT.exec(text); match; match = NEXT.exec(text)) {
    const end = NEXT.lastIndex;
    const piece = match[1] ?? '';
    joined += piece;
    pieces += 1;
    // Prose soon shows itself: the pieces of an address are seldom words.
    if (/^[A-Z]?[a-z]{3,}$/.test(piece)) words += 1;
    if (joined.length > LONGEST || (words > 2 && words * 2 > pieces)) return;
    if (joined.length >= 25) yield { text: joined, start, end };
    NEXT.lastIndex = end;
  }
}
