import { toWellFormed } from '@/utils/domain/canonical-json';
import { UNDO_MS } from '@/utils/domain/deletion';
import type { Clock } from '@/utils/domain/time';
import { ExpectedError } from '@/utils/errors';
import type { Store } from '@/utils/store';
import { requireOpen } from './cases';
import { cleanText } from './written';

interface Context {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * Deletes a capture: the journal keeps its number, address, hashes, the reason and who; it leaves every list, search
 * and export at once, and its files go with `eraseDeleted`, at the earliest after `UNDO_MS`. Needs a reason and a name.
 */
export async function deleteCapture(
  { store, clock }: Context,
  input: { captureId: string; reason: string; by: string },
): Promise<void> {
  const { captureId } = input;
  const reason = cleanText(input.reason);
  const by = cleanText(input.by);
  if (reason === '') throw new ExpectedError('invalid-deletion', { field: 'reason' });
  if (by === '') throw new ExpectedError('invalid-deletion', { field: 'by' });
  const { db, captures, deletions, journal, activities } = store;
  const at = clock.timestamp();
  await db.transaction('rw', [...captures.tables, db.cases, db.journal, db.activities], async () => {
    const capture = await captures.get(captureId);
    if (!capture) throw new ExpectedError('capture-gone');
    const { caseId, number, url, sha256 } = capture;
    await requireOpen(store, caseId);
    const busy = await activities.unfinished();
    if (busy.some((work) => work.kind === 'export' && work.caseId === caseId)) {
      throw new ExpectedError('export-running');
    }
    const files = await captures.artifacts(captureId);
    await deletions.begin({
      captureId,
      caseId,
      capture,
      reason,
      by,
      at,
      erasedAtMs: clock.epochMs() + UNDO_MS,
    });
    await journal.append({
      case: caseId,
      time: at,
      kind: 'capture-deleted',
      data: {
        capture: captureId,
        number,
        url: toWellFormed(url),
        sha256,
        files: files.map(({ name, bytes, sha256: hash }) => ({ name, bytes, sha256: hash })),
        reason,
        by,
      },
    });
  });
}

/** Takes a deletion back, under the capture's own number; the journal keeps both. Throws `capture-gone` if it is too late. */
export async function undoDeletion({ store, clock }: Context, captureId: string): Promise<void> {
  const { db, captures, deletions, journal } = store;
  await db.transaction('rw', [...captures.tables, db.journal], async () => {
    const capture = await deletions.undo(captureId);
    if (!capture) throw new ExpectedError('capture-gone');
    const { caseId, number, sha256 } = capture;
    const data = { capture: captureId, number, sha256 };
    await journal.append({ case: caseId, time: clock.timestamp(), kind: 'capture-restored', data });
  });
}

/** Removes the files of deleted captures whose time to undo is over; `all`: of every one (a new start of the background). */
export async function eraseDeleted({ store, clock }: Context, { all = false } = {}): Promise<void> {
  const { db, captures, deletions } = store;
  await db.transaction('rw', [...captures.tables], async () => {
    for (const { captureId, erasedAtMs } of await deletions.list()) {
      if (all || erasedAtMs <= clock.epochMs()) await deletions.erase(captureId);
    }
  });
}
