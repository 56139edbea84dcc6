import { onChange } from '@/utils/store/on-change';
import type { IndicatorRow } from '@/utils/store/schema';
import { store } from '../pages/services';

const { db } = store;

/** What was read last, until an indicator changes: reading takes longer than everything that is done with the rows. */
let latest: { readonly of: string | null; readonly rows: Promise<readonly IndicatorRow[]> } | null = null;

onChange([db.indicators], () => {
  latest = null;
});

/**
 * All rows of a case's captures (null: of all cases), shared by the screens that want them. For `useStored`: the count is
 * what it observes when there is nothing to read.
 */
export async function indicatorRows(caseId: string | null): Promise<readonly IndicatorRow[]> {
  await stored(caseId).count();
  if (latest?.of !== caseId) latest = { of: caseId, rows: read(caseId) };
  return latest.rows;
}

const stored = (caseId: string | null) =>
  caseId === null ? db.indicators.toCollection() : db.indicators.where('caseId').equals(caseId);

async function read(caseId: string | null): Promise<readonly IndicatorRow[]> {
  try {
    return await new Promise((resolve, reject) => {
      // A screen that is left ends what it reads itself; this is read for the next one, too.
      setTimeout(() => stored(caseId).toArray().then(resolve, reject));
    });
  } catch (thrown) {
    latest = null;
    throw thrown;
  }
}
