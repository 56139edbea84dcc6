import type { Capture } from './capture';
import type { JournalEvent } from './journal';

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

/** The captures that a case's journal says are deleted, by id: the last word on each counts. */
export function deletedCaptures(journal: readonly JournalEvent[]): ReadonlySet<string> {
  const deleted = new Set<string>();
  for (const { kind, data } of journal) {
    if (kind === 'capture-deleted') deleted.add(String(data.capture));
    if (kind === 'capture-restored') deleted.delete(String(data.capture));
  }
  return deleted;
}

/** The highest number that a case's journal has given to a capture, deleted and moved ones too; 0: none. */
export function lastNumber(journal: readonly JournalEvent[]): number {
  return journal.reduce(
    (last, { data }) => (typeof data.number === 'number' ? Math.max(last, data.number) : last),
    0,
  );
}
