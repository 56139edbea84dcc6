import * as v from 'valibot';
import type { BundleScope } from '@/utils/domain/verification';
import { BUNDLE_PATHS } from '../layout';
import { formatScope, scopeOf } from '../scope';
import type { CaseFacts } from './check-captures';
import type { JournalFacts } from './check-journal';
import { reportOnce, type VerifyContext } from './context';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The form of a scope in the signed statement and in `data/case.json`. */
export const scopeSchema: v.GenericSchema<unknown, BundleScope> = v.strictObject({
  partial: v.boolean(),
  of: count,
  numbers: v.array(count),
});

/**
 * The scope of `data/case.json` against the captures listed there and against those that the journal leaves in the
 * case: a bundle that left some out and calls itself whole is caught.
 */
export function checkScope(context: VerifyContext, matter: CaseFacts, journal: JournalFacts): void {
  const { caseFacts: file, journal: against } = BUNDLE_PATHS;
  const expected = formatScope(scopeOf(matter.captures, journal.captures.size));
  const found = formatScope(matter.scope);
  if (expected === found) return;
  reportOnce(context, { step: 'captures', code: 'scope-differs', file, against, expected, found });
}
