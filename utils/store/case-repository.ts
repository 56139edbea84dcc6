import type { Case } from '@/utils/domain/case';
import type { Database } from './schema';

/** The cases; the inbox isn't one of them. */
export function createCaseRepository(db: Database) {
  return {
    /** Most recently used first, archived ones too. */
    list(): Promise<Case[]> {
      return db.cases.orderBy('updatedAt').reverse().toArray();
    },
    /** Those that are not archived: what captures can go to. */
    async listOpen(): Promise<Case[]> {
      const cases = await db.cases.orderBy('updatedAt').reverse().toArray();
      return cases.filter(({ archivedAt }) => archivedAt === undefined);
    },
    get(id: string): Promise<Case | undefined> {
      return db.cases.get(id);
    },
    async put(value: Case): Promise<void> {
      await db.cases.put(value);
    },
  };
}
