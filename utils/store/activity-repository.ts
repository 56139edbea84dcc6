import type { Activity } from '@/utils/domain/activity';
import type { Database } from './schema';

/** How many ended activities are kept. */
const KEPT = 50;

/** Long work, as it goes on. Rows of a worker that was stopped stay `queued` or `working` until the next start. */
export function createActivityRepository(db: Database) {
  return {
    async put(activity: Activity): Promise<void> {
      await db.activities.put(activity);
    },

    /** Changes a row that exists; a missing row is a bug and throws. */
    async update(id: string, change: Partial<Activity>): Promise<void> {
      const count = await db.activities
        .where('id')
        .equals(id)
        .modify((row) => {
          Object.assign(row, change);
        });
      if (count === 0) throw new Error(`no activity ${id}`);
    },

    get(id: string): Promise<Activity | undefined> {
      return db.activities.get(id);
    },

    /** Newest first. */
    recent(): Promise<Activity[]> {
      return db.activities.orderBy('startedAt').reverse().limit(KEPT).toArray();
    },

    unfinished(): Promise<Activity[]> {
      return db.activities.where('state').anyOf('queued', 'working').toArray();
    },

    /** Forgets all but the newest ended rows. */
    async prune(): Promise<void> {
      const ended = await db.activities.orderBy('startedAt').reverse().offset(KEPT).toArray();
      const ids = ended.filter(({ state }) => state === 'done' || state === 'failed').map(({ id }) => id);
      await db.activities.bulkDelete(ids);
    },
  };
}
