import Dexie from 'dexie';
import type { IndicatorMark, Watch } from '@/utils/domain/indicator';
import type { Database, IndicatorRow } from './schema';

type Pair = readonly [type: string, value: string];

/** Rows that are looked at together. */
const FEW = 16;

/** Indicators over all captures, what people decided about them, and the watch-list. */
export function createIndicatorRepository(db: Database) {
  const withValue = (pair: Pair) => db.indicators.where('[type+value]').equals([...pair]);

  /** Ids of rows outside a case, by position of the value; keys alone, since a row holds all its sightings. */
  const idsOutside = async (pairs: readonly Pair[], caseId: string) => {
    const own = new Set(await db.indicators.where('caseId').equals(caseId).primaryKeys());
    if (own.size === (await db.indicators.count())) return pairs.map(() => []);
    // One request a value, all at once: a cursor that jumps from value to value waits for each of its jumps.
    const ids = await Promise.all(pairs.map((pair) => withValue(pair).primaryKeys()));
    return ids.map((all) => all.filter((id) => !own.has(id)));
  };

  const isKnownBefore = async (pair: Pair, caseId: string, moment: number): Promise<boolean> => {
    // Mostly one of the first that were stored is one: nobody reads the thousand that may follow.
    for (let offset = 0; ; offset += FEW) {
      const rows = await withValue(pair).offset(offset).limit(FEW).toArray();
      const ids = rows.filter((row) => row.caseId === caseId).map(({ captureId }) => captureId);
      const captures = await db.captures.bulkGet(ids);
      if (captures.some((capture) => capture && Date.parse(capture.startedAt) < moment)) return true;
      if (rows.length < FEW) return false;
    }
  };

  return {
    listByCapture(captureId: string): Promise<IndicatorRow[]> {
      return db.indicators.where('captureId').equals(captureId).toArray();
    },

    /** Rows of the same value anywhere, by the local index. */
    findValue(type: string, value: string): Promise<IndicatorRow[]> {
      return db.indicators.where('[type+value]').equals([type, value]).toArray();
    },

    /** For each of the values, the other cases in which it stands: pairs of `[type, value]` in, case ids by position out. */
    casesWith(pairs: readonly Pair[], except: string): Promise<string[][]> {
      return db.transaction('r', db.indicators, async () => {
        const outside = await idsOutside(pairs, except);
        const ids = [...new Set(outside.flat())];
        const rows = await db.indicators.bulkGet(ids);
        const caseOf = new Map(rows.map((row, at) => [ids[at], row?.caseId]));
        return outside.map((found) => [...new Set(found.flatMap((id) => caseOf.get(id) ?? []))]);
      });
    },

    /** Of each of the values, by position: does a capture of the case have it that began before `moment` (ms)? */
    knownBefore(pairs: readonly Pair[], caseId: string, moment: number): Promise<boolean[]> {
      return Promise.all(pairs.map((pair) => isKnownBefore(pair, caseId, moment)));
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
