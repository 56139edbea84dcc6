import type { Clock } from '@/utils/domain/time';
import type { Store } from '@/utils/store';
import { ownCase } from './cases';

interface Context {
  readonly store: Store;
  readonly clock: Clock;
}

/** Puts a case away or takes it out again; journaled. Put away it is in no list and can't be changed, only read and exported. */
export async function archiveCase(
  { store, clock }: Context,
  caseId: string,
  isArchived: boolean,
): Promise<void> {
  const { db, cases, journal } = store;
  const time = clock.timestamp();
  await db.transaction('rw', db.cases, db.journal, async () => {
    const { archivedAt, ...matter } = await ownCase(store, caseId);
    if (isArchived === (archivedAt !== undefined)) return;
    await cases.put(isArchived ? { ...matter, archivedAt: time } : { ...matter, updatedAt: time });
    const kind = isArchived ? 'case-archived' : 'case-unarchived';
    await journal.append({ case: caseId, time, kind, data: {} });
  });
}
