/** What can go wrong for reasons outside the program; each has a text in every language (`error.<code>`). */
export const EXPECTED_ERRORS = [
  'page-not-capturable',
  'no-page',
  'permission-refused',
  'tab-closed',
  'tab-discarded',
  'page-navigated',
  'nothing-captured',
  'capture-interrupted',
  'time-limit',
  'quota-exceeded',
  'storage-unavailable',
  'case-not-found',
  'case-empty',
  'case-too-big',
  'selection-gone',
  'no-room',
  'passphrase-refused',
  'inbox-not-exportable',
  'invalid-case',
  'invalid-indicator',
  'invalid-annotation',
  'invalid-watch',
  'invalid-deletion',
  'capture-gone',
  'case-archived',
  'busy',
  'backup-unreadable',
  'backup-damaged',
  'backup-cancelled',
  'restore-not-empty',
  'restore-running',
  'artifact-damaged',
  'journal-damaged',
  'download-failed',
  'export-running',
  'export-cancelled',
  'export-interrupted',
  'case-imported',
  'import-refused',
  'import-unreadable',
  'import-own-case',
  'import-conflict',
  'import-known',
  'import-file-lost',
  'import-cancelled',
  'import-interrupted',
  'timestamp-address',
  'timestamp-permission',
  'timestamp-unreachable',
  'timestamp-slow',
  'timestamp-redirect',
  'timestamp-status',
  'timestamp-refused',
  'timestamp-untrusted',
  'not-a-root',
] as const;
export type ExpectedErrorCode = (typeof EXPECTED_ERRORS)[number];

/** A failure that the operative can understand and act on. `facts` fill the placeholders of its text. */
export class ExpectedError extends Error {
  override readonly name = 'ExpectedError';

  constructor(
    readonly code: ExpectedErrorCode,
    readonly facts: Readonly<Record<string, string>> = {},
  ) {
    super(`${code}${Object.keys(facts).length > 0 ? ` ${JSON.stringify(facts)}` : ''}`);
  }
}

/** An error as it crosses a message or lies in the store. `unexpected`: a bug; `detail` is for the report. */
export interface ErrorRecord {
  readonly code: ExpectedErrorCode | 'unexpected';
  readonly facts: Readonly<Record<string, string>>;
  readonly detail: string;
}

/** Turns anything thrown into data. Never throws. */
export function toErrorRecord(thrown: unknown): ErrorRecord {
  if (thrown instanceof ExpectedError) {
    return { code: thrown.code, facts: thrown.facts, detail: thrown.message };
  }
  return { code: 'unexpected', facts: {}, detail: errorText(thrown) };
}

/** The message of anything thrown, in one line. */
export function errorText(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
}
