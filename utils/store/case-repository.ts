import type { Case } from '@/utils/domain/case';
import type { Database } from './schema';

/** The cases; the inbox isn't one of them. */
export function createCaseRepository(db: Database) {
  return {
    /** Most recently used first. */
    list(): Promise<Case[]> {
      return db.cases.orderBy('updatedAt').reverse().toArray();
    },
    get(id: string): Promise<Case | undefined> {
      return db.cases.get(id);
    },
    async put(value: Case): Promise<void> {
      await db.cases.put(value);
    },
  };
}
