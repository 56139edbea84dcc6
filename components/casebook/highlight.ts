/** Offsets in UTF-16 code units, end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A piece of a text; `ranges`: how many of the ranges cover it. */
export interface TextSegment extends TextRange {
  readonly ranges: number;
  /** The range that is looked for covers it. */
  readonly isFocus: boolean;
}

/**
 * Cuts `start` to `end` of a text into pieces that are wholly inside or outside of each range. Ranges may overlap,
 * be nested, equal, or reach beyond; empty ones are left out.
 */
export function segmentText(
  { start, end }: TextRange,
  ranges: readonly TextRange[],
  focus: TextRange | null = null,
): TextSegment[] {
  const touching = ranges.filter(
    (range) => range.start < end && range.end > start && range.end > range.start,
  );
  const all = focus ? [...touching, focus] : touching;
  const cuts = all.flatMap((range) => [range.start, range.end]).filter((at) => at > start && at < end);
  const edges = [...new Set([start, ...cuts, end])].sort((a, b) => a - b);
  const covers = (range: TextRange, from: number, to: number) => range.start <= from && range.end >= to;
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? end;
    return {
      start: from,
      end: to,
      ranges: touching.filter((range) => covers(range, from, to)).length,
      isFocus: focus !== null && covers(focus, from, to),
    };
  });
}

/** Where `raw` stands in its context snippet: of several places the one nearest to the middle; null if it doesn't. */
export function findHit(context: string, raw: string): TextRange | null {
  if (raw === '') return null;
  let best: TextRange | null = null;
  const distance = ({ start, end }: TextRange) => Math.abs((start + end) / 2 - context.length / 2);
  for (let at = context.indexOf(raw); at >= 0; at = context.indexOf(raw, at + 1)) {
    const range = { start: at, end: at + raw.length };
    if (!best || distance(range) < distance(best)) best = range;
  }
  return best;
}
