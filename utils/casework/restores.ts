import { ExpectedError } from '@/utils/errors';
import type { Store } from '@/utils/store';

/** Throws `restore-running` while a backup is being restored: nothing may come in between. */
export async function requireNoRestore({ db }: Store): Promise<void> {
  if ((await db.restores.count()) > 0) throw new ExpectedError('restore-running');
}

/** Of these, the machine's own rows stay. */
const KEPT: readonly string[] = ['sealingKeys', 'journal', 'activities'];

/** Removes what a restore that didn't end has left. The store was empty when it began, and nothing could be added since. */
export async function dropRestore({ db }: Store): Promise<void> {
  const staged = db.tables.filter(({ name }) => !KEPT.includes(name));
  await db.transaction('rw', staged, async () => {
    if ((await db.restores.count()) > 0) await Promise.all(staged.map((table) => table.clear()));
  });
}
