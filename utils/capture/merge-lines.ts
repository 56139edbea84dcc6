/** Stands between lines that could not be joined. */
export const BREAK = '* * *';

/**
 * Puts lines that a list showed later behind (or, `upwards`, before) those that it showed earlier, the common ones
 * once. Where nothing is common, a line `* * *` stands between.
 */
export function mergeLines(known: readonly string[], shown: readonly string[], upwards: boolean): string[] {
  if (known.length === 0) return [...shown];
  if (shown.length === 0) return [...known];
  if (upwards) return mergeLines(known.toReversed(), shown.toReversed(), false).toReversed();
  for (let from = Math.max(0, known.length - shown.length - 1_000); from < known.length; from += 1) {
    const common = Math.min(known.length - from, shown.length);
    if (startsAt(known, from, shown, common)) return [...known, ...shown.slice(common)];
  }
  return [...known, BREAK, ...shown];
}

function startsAt(known: readonly string[], from: number, shown: readonly string[], count: number): boolean {
  for (let at = 0; at < count; at += 1) if (known[from + at] !== shown[at]) return false;
  return true;
}
