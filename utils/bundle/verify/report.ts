import type { BundleError, BundleErrorCode } from '../errors';

/** What is verified, in the order in which it is told. */
export const VERIFY_STEPS = [
  'structure',
  'payload',
  'tag-manifest',
  'journal',
  'statement',
  'signature',
  'captures',
] as const;
export type VerifyStep = (typeof VERIFY_STEPS)[number];

/** `skipped`: what the step would have to rely on has failed, and is named there. */
export type StepOutcome = 'passed' | 'failed' | 'skipped';

/** What is wrong with a file. `zip-…` codes: see errors.ts. */
export type FindingCode =
  | Extract<BundleErrorCode, `zip-${string}`>
  | 'zip-crc'
  | 'file-missing'
  | 'file-unlisted'
  | 'file-changed'
  | 'file-unreadable'
  | 'format-unknown'
  | 'oxum-differs'
  | 'journal-broken'
  | 'journal-count'
  | 'journal-head'
  | 'case-differs'
  | 'key-differs'
  | 'signature-wrong'
  | 'capture-differs';

/** One thing that doesn't hold. `against`: the file that `expected` was taken from; '' for the format itself. */
export interface Finding {
  readonly step: VerifyStep;
  readonly code: FindingCode;
  /** A path in the bundle; '' for the archive as a whole. */
  readonly file: string;
  readonly against: string;
  readonly expected: string;
  readonly found: string;
}

/** What the ZIP reader refused, as a finding. */
export function archiveFinding(step: VerifyStep, { code, facts }: BundleError): Finding {
  return { step, code: code as Extract<BundleErrorCode, `zip-${string}`>, against: '', ...facts };
}

/** What no bundle proves by itself: to be told with every report, whether it passed or not. */
export const NOT_COVERED = ['page-truth', 'clock', 'key-owner', 'archive-directory'] as const;
export type NotCovered = (typeof NOT_COVERED)[number];

/** What the bundle says of itself; null where it could not be read. Worth as much as the report's outcome. */
export interface BundleSummary {
  readonly caseId: string | null;
  readonly registerNumber: string | null;
  readonly title: string | null;
  readonly sealedAt: string | null;
  /** SHA-256 of the public key in the bundle: compare it with the one in the protocol. */
  readonly keySha256: string | null;
  readonly tagManifestSha256: string | null;
  readonly journalEvents: number | null;
  readonly captures: number;
  readonly files: number;
  readonly bytes: number;
}

export interface VerifyReport {
  /** True if every step passed. */
  readonly ok: boolean;
  readonly steps: readonly { readonly name: VerifyStep; readonly outcome: StepOutcome }[];
  readonly findings: readonly Finding[];
  readonly notCovered: readonly NotCovered[];
  /** Null if the archive itself was refused. */
  readonly summary: BundleSummary | null;
}
