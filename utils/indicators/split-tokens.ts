import type { Candidate } from './family';

const SEPARATOR = '(?: {1,2}|[ \\t]?\\r?\\n[ \\t]?|[-.*|_] ?|-\\n)';
const MIXED = '(?=[A-Za-z]{0,59}\\d)(?=\\d{0,59}[A-Za-z])[A-Za-z0-9]{2,60}';
/** A first piece begins as addresses do; it mixes letters and digits, or cases while a piece soon behind it does. */
const FIRST = new RegExp(
  `(?<![A-Za-z0-9])(?:(?=[135789ADLMXTG4rtzqpbuac0])${MIXED}(?=${SEPARATOR}[A-Za-z0-9])|(?=[A-Za-z]{0,6}(?:[a-z][A-Z]|[A-Z]{2}[a-z]))[ADLMXTGr][A-Za-z]{1,7}(?=(?:${SEPARATOR}[A-Za-z]{1,8}){0,2}${SEPARATOR}${MIXED}))`,
  'g',
);
const NEXT = new RegExp(`${SEPARATOR}([A-Za-z0-9]{1,100})`, 'y');
const LONGEST = 112;
const SEEDS_PER_SPAN = 3;

/**
 * Groups of letters and digits with a space, a line break or a hyphen between them that could be the pieces of one
 * address: every joined prefix of 25 to 112 characters. The work a character is bounded.
 */
export function* findSplitTokens(text: string): Generator<Candidate> {
  let seeds = 0;
  let spanEnd = 0;
  for (const match of text.matchAll(FIRST)) {
    if (match.index >= spanEnd) {
      seeds = 0;
      spanEnd = match.index + LONGEST;
    }
    seeds += 1;
    if (seeds <= SEEDS_PER_SPAN) yield* joinFrom(text, match[0], match.index);
  }
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
