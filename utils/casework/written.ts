import { toWellFormed } from '@/utils/domain/canonical-json';
import { INBOX_CASE_ID } from '@/utils/domain/case';
import type { Store } from '@/utils/store';

/** Who acts in a case: the name of its official; blank in the inbox. */
export async function operatorName(store: Store, caseId: string): Promise<string> {
  return caseId === INBOX_CASE_ID ? '' : ((await store.cases.get(caseId))?.name ?? '');
}

/** What a person typed, as the journal can carry it: well-formed, trimmed, cut to `longest` UTF-16 units. */
export function cleanText(text: string, longest = 2_000): string {
  return toWellFormed(toWellFormed(text).trim().slice(0, longest));
}
