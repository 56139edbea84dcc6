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
const NEXT = new RegExp(`${SEPARATOR}[A-Za-z0-9]{1,100}`, 'y');
const SIGNS = '\n:(=>"';
const WORD = /^(?:[A-Z]?[a-z]*|[A-Z]+|\d+)$/;
const LOWER_WORD = /^[A-Z]?[a-z]{3,}$/;
const LONGEST = 112;
const SPAN = 60;
const SEEDS_PER_SPAN = 3;

/**
 * Groups of letters and digits with a space, a line break or a hyphen between them that could be the pieces of one
 * address: every joined prefix of 25 to 112 characters. The work a character is bounded.
 */
export function findSplitTokens(text: string, visit: (candidate: Candidate) => void): void {
  let seeds = 0;
  let spanEnd = 0;
  FIRST.lastIndex = 0;
  while (FIRST.test(text)) {
    const end = FIRST.lastIndex;
    const start = runStart(text, end);
    if (!canBegin(text, start)) continue;
    if (start >= spanEnd) {
      seeds = 0;
      spanEnd = start + SPAN;
    }
    seeds += 1;
    if (seeds <= SEEDS_PER_SPAN) joinFrom(text, start, end, visit);
  }
}

/** An address begins on a line, behind a word or a sign; not behind what looks like another piece of it. */
function canBegin(text: string, at: number): boolean {
  const limit = Math.max(0, at - 16);
  let end = at;
  while (end > limit && !isAlphanumeric(text.charCodeAt(end - 1))) {
    if (SIGNS.includes(text[end - 1] ?? '')) return true;
    end -= 1;
  }
  let start = end;
  while (start > limit && isAlphanumeric(text.charCodeAt(start - 1))) start -= 1;
  return WORD.test(text.slice(start, end));
}

function joinFrom(
  text: string,
  start: number,
  firstEnd: number,
  visit: (candidate: Candidate) => void,
): void {
  let joined = text.slice(start, firstEnd);
  let pieces = 0;
  let words = 0;
  let end = firstEnd;
  for (NEXT.lastIndex = end; NEXT.test(text); NEXT.lastIndex = end) {
    end = NEXT.lastIndex;
    const piece = text.slice(runStart(text, end), end);
    joined += piece;
    pieces += 1;
    // Prose soon shows itself: the pieces of an address are seldom words.
    if (LOWER_WORD.test(piece)) words += 1;
    if (joined.length > LONGEST || (words > 2 && words * 2 > pieces)) return;
    if (joined.length >= 25) visit({ text: joined, start, end });
  }
}

/** Where the run of letters and digits that ends at `end` begins. */
function runStart(text: string, end: number): number {
  let start = end;
  while (isAlphanumeric(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
