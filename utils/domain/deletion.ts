import type { Capture } from './capture';

/** How long a deletion can be undone, in ms. */
export const UNDO_MS = 10_000;

/** A capture that was deleted and whose files are still there: until `erasedAtMs` it can be taken back. */
export interface Deletion {
  readonly captureId: string;
  readonly caseId: string;
  readonly capture: Capture;
  readonly reason: string;
  readonly by: string;
  /** Timestamp. */
  readonly at: string;
  /** Unix time in ms at which its files go. */
  readonly erasedAtMs: number;
}
