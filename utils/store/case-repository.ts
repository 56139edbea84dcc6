import type { Case } from '@/utils/domain/case';
import type { Database } from './schema';

/** The cases; the inbox isn't one of them. */
export function createCaseRepository(db: Database) {
  return {
    /** Most recently used first, archived ones too. */
    list(): Promise<Case[]> {
      return db.cases.orderBy('updatedAt').reverse().toArray();
    },
    /** Those that are neither archived nor out of another's bundle: what captures can go to. */
    async listOpen(): Promise<Case[]> {
      const cases = await db.cases.orderBy('updatedAt').reverse().toArray();
      return cases.filter(({ archivedAt, imported }) => archivedAt === undefined && !imported);
    },
    get(id: string): Promise<Case | undefined> {
      return db.cases.get(id);
    },
    async put(value: Case): Promise<void> {
      await db.cases.put(value);
    },
    /** Says when a case was last worked on; the inbox says nothing. */
    async touch(id: string, time: string): Promise<void> {
      await db.cases.update(id, { updatedAt: time });
    },
  };
}
