import { deletedCaptures } from '@/utils/domain/deletion';
import type { JournalEvent } from '@/utils/domain/journal';
import { ExpectedError } from '@/utils/errors';
import type { Store } from '@/utils/store';
import type { ReadBundle, ReadCapture } from './read-bundle';

/** What of a bundle is new here. */
export interface ImportPlan {
  readonly fresh: readonly ReadCapture[];
  /** Captures that are here already. */
  readonly known: readonly ReadCapture[];
  /** Events behind those that are here already. */
  readonly events: readonly JournalEvent[];
}

/**
 * Compares a bundle with the store. Throws `import-own-case` for a case that this casebook keeps itself,
 * `import-conflict` if a journal or a capture of the same id is another one here, `import-known` if nothing is new.
 */
export async function planImport(
  store: Store,
  { matter, captures, journal }: ReadBundle,
): Promise<ImportPlan> {
  const here = await store.cases.get(matter.id);
  if (here && !here.imported) throw new ExpectedError('import-own-case', { title: here.title });
  const before = here ? await store.journal.list(matter.id) : [];
  const shared = Math.min(before.length, journal.length);
  // The head of a chain stands for all of it.
  if (shared > 0 && before[shared - 1]?.hash !== journal[shared - 1]?.hash) {
    throw new ExpectedError('import-conflict', { entry: String(shared) });
  }
  const present = await store.db.captures.bulkGet(captures.map(({ capture }) => capture.id));
  const sha256Of = new Map(present.map((capture) => [capture?.id, capture?.sha256]));
  const other = captures.find(({ capture: { id, sha256 } }) => (sha256Of.get(id) ?? sha256) !== sha256);
  if (other) throw new ExpectedError('import-conflict', { file: other.capture.id });
  const known = captures.filter(({ capture }) => sha256Of.has(capture.id));
  // What was deleted here stays deleted: the journal says so, and a bundle with it would not hold.
  const deleted = deletedCaptures(before);
  const fresh = captures.filter(({ capture: { id } }) => !sha256Of.has(id) && !deleted.has(id));
  const events = journal.slice(before.length);
  if (here && fresh.length === 0 && events.length === 0) throw new ExpectedError('import-known');
  return { fresh, known, events };
}
