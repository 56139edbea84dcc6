import { isHit, type Query } from './query';
import { placeWords } from './words';

/** A piece of a snippet; `start` is its offset in the whole text (UTF-16 code units). */
export interface SnippetPiece {
  readonly start: number;
  readonly text: string;
  readonly isMarked: boolean;
}

/** A cut-out of a text around hits; `start` and `end`: its first hit, for opening the text there. */
export interface Snippet {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly SnippetPiece[];
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Characters shown on each side of a hit. */
const AROUND = 70;

/** Up to `limit` cut-outs in which the words stand; a place with a term that was not yet shown comes first. */
export function findSnippets(text: string, query: Query, limit = 3): Snippet[] {
  const hits = hitsIn(text, query);
  const shown = new Set<string>();
  const fresh: Range[] = [];
  const others: Range[] = [];
  for (const { word, ...range } of hits) {
    const terms = query.terms.filter((term) => word.startsWith(term) && !shown.has(term));
    for (const term of terms) shown.add(term);
    (terms.length > 0 ? fresh : others).push(range);
  }
  const snippets: Snippet[] = [];
  for (const range of [...fresh, ...others]) {
    if (snippets.length === limit) break;
    const isCovered = snippets.some(({ pieces }) => pieces.some((piece) => piece.start === range.start));
    if (!isCovered) snippets.push(cutOut(text, range, hits));
  }
  return snippets.sort((a, b) => a.start - b.start);
}

/** A short text whole, with its hits; null if it has none. */
export function markHits(text: string, query: Query): SnippetPiece[] | null {
  const hits = hitsIn(text, query);
  return hits.length === 0 ? null : cutPieces(text, { start: 0, end: text.length }, hits);
}

/** Enough to choose snippets from; a long text may hold a common word thousands of times. */
const MOST_HITS = 200;

function hitsIn(text: string, query: Query): ({ readonly word: string } & Range)[] {
  const hits = [];
  for (const placed of placeWords(text)) {
    if (isHit(placed.word, query) && hits.push(placed) === MOST_HITS) break;
  }
  return hits;
}

function cutOut(text: string, { start, end }: Range, hits: readonly Range[]): Snippet {
  const from = wholeWords(text, Math.max(0, start - AROUND), start);
  const to = Math.min(text.length, end + AROUND);
  const last = text.charCodeAt(to - 1);
  const cut = last >= 0xd800 && last <= 0xdbff ? to - 1 : to;
  return {
    start,
    end,
    pieces: cutPieces(text, { start: from, end: cut }, hits),
    isCutBefore: from > 0,
    isCutAfter: cut < text.length,
  };
}

/** The first place from `from` on where a word begins, at most `limit`. */
function wholeWords(text: string, from: number, limit: number): number {
  if (from === 0) return 0;
  const space = text.slice(from, limit).search(/\s/);
  return space < 0 ? limit : from + space + 1;
}

function cutPieces(text: string, { start, end }: Range, hits: readonly Range[]): SnippetPiece[] {
  const pieces: SnippetPiece[] = [];
  let at = start;
  const push = (to: number, isMarked: boolean) => {
    if (to > at) pieces.push({ start: at, text: text.slice(at, to), isMarked });
    at = Math.max(at, to);
  };
  for (const hit of hits) {
    if (hit.start < at || hit.end > end) continue;
    push(hit.start, false);
    push(hit.end, true);
  }
  push(end, false);
  return pieces;
}
