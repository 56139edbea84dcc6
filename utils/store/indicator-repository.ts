import Dexie from 'dexie';
import type { IndicatorMark, Watch } from '@/utils/domain/indicator';
import { indicatorKey } from '@/utils/domain/indicator-summary';
import type { Database, IndicatorRow } from './schema';

/** Indicators over all captures, what people decided about them, and the watch-list. */
export function createIndicatorRepository(db: Database) {
  // One request a value, all at once: a cursor that jumps from value to value waits for each of its jumps.
  const rowsOf = (pairs: readonly (readonly [string, string])[]) =>
    db.transaction('r', db.indicators, () =>
      Promise.all(
        pairs.map((pair) =>
          db.indicators
            .where('[type+value]')
            .equals([...pair])
            .toArray(),
        ),
      ),
    );

  return {
    /** All rows of a case's captures. */
    listByCase(caseId: string): Promise<IndicatorRow[]> {
      return db.indicators.where('caseId').equals(caseId).toArray();
    },

    /** How many different values a case has; those with a broken checksum don't count. */
    async countDistinct(caseId: string): Promise<number> {
      const values = new Set<string>();
      await db.indicators
        .where('caseId')
        .equals(caseId)
        .each(({ type, value, valid }) => valid && values.add(indicatorKey({ type, value })));
      return values.size;
    },

    listByCapture(captureId: string): Promise<IndicatorRow[]> {
      return db.indicators.where('captureId').equals(captureId).toArray();
    },

    /** Rows of the same value anywhere, by the local index. */
    findValue(type: string, value: string): Promise<IndicatorRow[]> {
      return db.indicators.where('[type+value]').equals([type, value]).toArray();
    },

    /** For each of the values, the other cases in which it stands: pairs of `[type, value]` in, case ids by position out. */
    async casesWith(pairs: readonly (readonly [string, string])[], except: string): Promise<string[][]> {
      const rows = await rowsOf(pairs);
      return rows.map((found) => {
        const others = found.filter(({ caseId }) => caseId !== except);
        return [...new Set(others.map(({ caseId }) => caseId))];
      });
    },

    /** For each of the values, the captures of a case in which it stands: pairs of `[type, value]` in, capture ids by position out. */
    async capturesWith(pairs: readonly (readonly [string, string])[], caseId: string): Promise<string[][]> {
      const rows = await rowsOf(pairs);
      return rows.map((found) =>
        found.filter((row) => row.caseId === caseId).map(({ captureId }) => captureId),
      );
    },

    async add(row: IndicatorRow): Promise<void> {
      await db.indicators.add(row);
    },

    marksOf(caseId: string): Promise<IndicatorMark[]> {
      return db.marks
        .where('[caseId+type+value]')
        .between([caseId, Dexie.minKey, Dexie.minKey], [caseId, Dexie.maxKey, Dexie.maxKey])
        .toArray();
    },

    async putMark(mark: IndicatorMark): Promise<void> {
      await db.marks.put(mark);
    },

    async removeMark(caseId: string, type: string, value: string): Promise<void> {
      await db.marks.delete([caseId, type, value]);
    },

    /** Replaces all marks of a case. */
    async replaceMarks(caseId: string, marks: readonly IndicatorMark[]): Promise<void> {
      await db.marks
        .where('[caseId+type+value]')
        .between([caseId, Dexie.minKey, Dexie.minKey], [caseId, Dexie.maxKey, Dexie.maxKey])
        .delete();
      await db.marks.bulkPut([...marks]);
    },

    watches(): Promise<Watch[]> {
      return db.watches.orderBy('createdAt').toArray();
    },

    async putWatch(watch: Watch): Promise<void> {
      await db.watches.put(watch);
    },

    async removeWatch(id: string): Promise<void> {
      await db.watches.delete(id);
    },
  };
}
