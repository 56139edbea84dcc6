import type { Indicator, Watch } from './indicator';

/** The patterns of `watches` that an indicator's value, or the text, contains; each once, in their order. */
export function matchWatches(
  watches: readonly Watch[],
  indicators: readonly Indicator[],
  text: string,
): string[] {
  const haystack = `${indicators.map(({ value }) => value).join('\n')}\n${text}`.toLowerCase();
  return watches.filter(({ pattern }) => contains(haystack, pattern)).map(({ pattern }) => pattern);
}

/** Pieces one behind another on one line; the first place of each is enough, so nothing is ever tried twice. */
function contains(haystack: string, pattern: string): boolean {
  const pieces = pattern
    .toLowerCase()
    .split('*')
    .filter((piece) => piece !== '');
  if (pieces.length === 0) return false;
  return haystack.split('\n').some((line) => {
    let at = 0;
    return pieces.every((piece) => {
      const found = line.indexOf(piece, at);
      at = found + piece.length;
      return found >= 0;
    });
  });
}
