import { numberRanges } from '@/utils/domain/number-ranges';
import type { BundleScope } from '@/utils/domain/verification';

/** What of a case with `of` captures a bundle of these holds. */
export function scopeOf(captures: readonly { readonly number: number }[], of: number): BundleScope {
  const numbers = captures.map(({ number }) => number).sort((a, b) => a - b);
  return { partial: numbers.length < of, of, numbers };
}

/** A scope in one line of English, for `bag-info.txt` and findings: `4 of 9 captures (partial): 1-3, 7`. */
export function formatScope({ partial, of, numbers }: BundleScope): string {
  const part = partial ? `(partial): ${numberRanges(numbers)}` : '(whole)';
  return `${numbers.length} of ${of} captures ${part}`;
}
