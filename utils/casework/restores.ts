import type { Activity } from '@/utils/domain/activity';
import { ExpectedError } from '@/utils/errors';
import type { Store } from '@/utils/store';

/** Throws `restore-running` while a backup is being restored: nothing may come in between. */
export async function requireNoRestore({ db }: Store): Promise<void> {
  if ((await db.restores.count()) > 0) throw new ExpectedError('restore-running');
}

/** Writes down that long work begins, unless a backup is being restored (`restore-running`): both or neither is seen. */
export async function beginActivity(store: Store, activity: Activity): Promise<void> {
  await store.db.transaction('rw', store.db.restores, store.db.activities, async () => {
    await requireNoRestore(store);
    await store.activities.put(activity);
  });
}

/** Rows that a restore writes last, in one transaction: what stands there before is the machine's own. */
export const PUBLISHED: readonly string[] = ['cases', 'captures', 'journal', 'marks', 'watches', 'numbers'];
const KEPT: readonly string[] = ['sealingKeys', 'activities', ...PUBLISHED];

/** Removes what a restore that didn't end has left. No capture was here when it began, and none could be added since. */
export async function dropRestore({ db }: Store): Promise<void> {
  const staged = db.tables.filter(({ name }) => !KEPT.includes(name));
  await db.transaction('rw', staged, async () => {
    if ((await db.restores.count()) > 0) await Promise.all(staged.map((table) => table.clear()));
  });
}
