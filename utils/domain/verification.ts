import { ATTESTATION_FAULTS, type FiledAttestation } from './attestation';

/** What is verified, in the order in which it is told. */
export const VERIFY_STEPS = [
  'structure',
  'payload',
  'tag-manifest',
  'journal',
  'statement',
  'signature',
  'timestamp',
  'e-signatures',
  'captures',
] as const;
export type VerifyStep = (typeof VERIFY_STEPS)[number];

/**
 * `skipped`: what the step would have to rely on has failed, and is named there. `absent`: the bundle holds nothing of
 * this kind, and needs nothing. `unproven`: what it holds is not known to be wrong, but nobody here can vouch for it.
 */
export type StepOutcome = 'passed' | 'failed' | 'skipped' | 'absent' | 'unproven';

/** Why an archive, or an entry of it, is refused. */
export const ZIP_FAULTS = [
  'zip-not-a-zip',
  'zip-truncated',
  'zip-hidden-data',
  'zip-overlap',
  'zip-unsafe-path',
  'zip-duplicate-name',
  'zip-link',
  'zip-encrypted',
  'zip-unsupported',
  'zip-header-mismatch',
  'zip-too-big',
  'zip-corrupt-data',
] as const;
export type ZipFault = (typeof ZIP_FAULTS)[number];

/** What can be wrong with a file of a bundle. */
export const FINDING_CODES = [
  ...ZIP_FAULTS,
  ...ATTESTATION_FAULTS,
  'zip-crc',
  'file-missing',
  'file-unlisted',
  'file-changed',
  'file-unreadable',
  'format-unknown',
  'oxum-differs',
  'journal-broken',
  'journal-count',
  'journal-head',
  'case-differs',
  'scope-differs',
  'key-differs',
  'signature-wrong',
  'capture-differs',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

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

/**
 * What no bundle proves by itself: to be told with every report, whether it passed or not. `clock`: without a trusted
 * timestamp; `clock-before`: with one. `revocation`: where there are certificates.
 */
export const NOT_COVERED = [
  'page-truth',
  'clock',
  'clock-before',
  'key-owner',
  'revocation',
  'archive-directory',
] as const;
export type NotCovered = (typeof NOT_COVERED)[number];

/**
 * What of its case a bundle holds: the numbers of its captures, ascending, `of` how many the case had when it was
 * sealed; `partial` if that is not all of them. The journal is whole either way.
 */
export interface BundleScope {
  readonly partial: boolean;
  readonly of: number;
  readonly numbers: readonly number[];
}

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
  readonly scope: BundleScope | null;
  readonly captures: number;
  readonly files: number;
  readonly bytes: number;
}

/** What verifying a bundle came to. */
export interface VerifyReport {
  /** True if no step failed or was skipped. */
  readonly ok: boolean;
  readonly steps: readonly { readonly name: VerifyStep; readonly outcome: StepOutcome }[];
  readonly findings: readonly Finding[];
  readonly notCovered: readonly NotCovered[];
  /** Timestamps and signatures that were added to the seal, with what is known of them. */
  readonly attestations: readonly FiledAttestation[];
  /** Null if the archive itself was refused. */
  readonly summary: BundleSummary | null;
}

/** One verification as a screen shows it. `failed`: it could not be carried out, which says nothing of the bundle. */
export type Verification =
  | { readonly state: 'idle' }
  | {
      readonly state: 'working';
      readonly fileName: string;
      readonly doneBytes: number;
      readonly totalBytes: number;
    }
  | { readonly state: 'done'; readonly fileName: string; readonly report: VerifyReport }
  | { readonly state: 'failed'; readonly fileName: string; readonly detail: string };
