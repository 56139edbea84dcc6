import type { ZipFault } from '@/utils/domain/verification';

/** Why a bundle was not built, or why an archive was refused. The interface translates the code. */
export type BundleErrorCode =
  // building
  | 'artifact-missing'
  | 'artifact-changed'
  | 'artifact-name'
  | 'capture-number'
  | 'journal-broken'
  | 'signature-refused'
  | 'made-part-too-big'
  // reading an archive
  | ZipFault;

/** What an error or a finding is about: a path in the bundle (or the archive as a whole: ''), and both values. */
export interface BundleFacts {
  readonly file: string;
  readonly expected: string;
  readonly found: string;
}

/** An expected failure of this room: a code to translate and the facts to fill in. The message is for logs. */
export class BundleError extends Error {
  override readonly name = 'BundleError';
  readonly code: BundleErrorCode;
  readonly facts: BundleFacts;

  constructor(code: BundleErrorCode, facts: BundleFacts) {
    super(`${code}: ${facts.file || 'archive'}: expected ${facts.expected}, found ${facts.found}`);
    this.code = code;
    this.facts = facts;
  }
}
