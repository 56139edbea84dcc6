import { BUNDLE_PATHS } from '../layout';
import { formatScope } from '../scope';
import type { SealStatement } from '../seal';
import type { CaseFacts } from './check-captures';
import type { JournalFacts } from './check-journal';
import type { VerifyContext } from './context';

const { statement: STATEMENT, tagManifest: TAG_MANIFEST, journal: JOURNAL, caseFacts: CASE } = BUNDLE_PATHS;

/** The tag manifest against the signed statement: the one hash from which all the others hang. */
export function checkPinnedManifest(context: VerifyContext, statement: SealStatement): void {
  const digest = context.digests.get(TAG_MANIFEST);
  if (!digest || digest.sha256 === statement.tagManifestSha256) return;
  context.report({
    step: 'statement',
    code: 'file-changed',
    file: TAG_MANIFEST,
    against: STATEMENT,
    expected: statement.tagManifestSha256,
    found: digest.sha256,
  });
}

/** Number, head and case of the journal, case and scope of `data/case.json`, against the signed statement. */
export function checkPinnedFacts(
  context: VerifyContext,
  statement: SealStatement,
  journal: JournalFacts | null,
  matter: CaseFacts | null,
): void {
  const pinned = (
    code: 'journal-count' | 'journal-head' | 'case-differs' | 'scope-differs',
    file: string,
    expected: string,
    found: string,
  ) => {
    if (expected !== found)
      context.report({ step: 'statement', code, file, against: STATEMENT, expected, found });
  };
  if (journal) {
    pinned('journal-count', JOURNAL, String(statement.journalEvents), String(journal.count));
    pinned('journal-head', JOURNAL, statement.journalHead, journal.head);
    if (journal.caseId !== null) pinned('case-differs', JOURNAL, statement.caseId, journal.caseId);
  }
  if (!matter) return;
  pinned('case-differs', CASE, statement.caseId, matter.id);
  pinned('scope-differs', CASE, formatScope(statement.scope), formatScope(matter.scope));
}
