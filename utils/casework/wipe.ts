import { INBOX_CASE_ID } from '@/utils/domain/case';
import type { Clock } from '@/utils/domain/time';
import { ExpectedError } from '@/utils/errors';
import type { Store } from '@/utils/store';
import { requireNoRestore } from './restores';
import { ensureSealingKey } from './sealing-key';

interface Context {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * Removes every case, capture, journal and the sealing key, all at once or not at all; refuses with `busy` while anything
 * is under way. The new journal of the inbox begins with what was wiped: counts, and the last hash of the one before.
 */
export async function wipeStore({ store, clock }: Context): Promise<void> {
  const { db, activities, journal } = store;
  await db.transaction('rw', db.tables, async () => {
    await requireNoRestore(store);
    if ((await activities.unfinished()).length > 0) throw new ExpectedError('busy');
    const before = await journal.list(INBOX_CASE_ID);
    const data = {
      cases: await db.cases.count(),
      captures: await db.captures.count(),
      inboxEvents: before.length,
      inboxHead: before.at(-1)?.hash ?? '',
    };
    await Promise.all(db.tables.map((table) => table.clear()));
    await journal.append({ case: INBOX_CASE_ID, time: clock.timestamp(), kind: 'store-wiped', data });
  });
  await ensureSealingKey(store, clock);
}
