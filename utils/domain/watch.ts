import type { Indicator, Watch } from './indicator';

/** Characters that stand for themselves in a watch's pattern but not in a regular expression. */
const SPECIAL = /[.+?^${}()|[\]\\]/g;

/** The patterns of `watches` that an indicator's value, or the text, contains; each once, in their order. */
export function matchWatches(
  watches: readonly Watch[],
  indicators: readonly Indicator[],
  text: string,
): string[] {
  const haystack = `${indicators.map(({ value }) => value).join('\n')}\n${text}`.toLowerCase();
  return watches.filter(({ pattern }) => contains(haystack, pattern)).map(({ pattern }) => pattern);
}

function contains(haystack: string, pattern: string): boolean {
  const pieces = pattern
    .toLowerCase()
    .split('*')
    .filter((piece) => piece !== '');
  if (pieces.length === 1) return haystack.includes(pieces[0] ?? '');
  // Bounded and on one line, so that a pattern can be neither slow nor about two distant things.
  const source = pieces.map((piece) => piece.replace(SPECIAL, '\\$&')).join('[^\\n]{0,200}?');
  return pieces.length > 0 && new RegExp(source, 'u').test(haystack);
}
