import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureIndicator } from '@/components/casebook/CaseIndicators';
import type { IndicatorRow } from '@/components/casebook/indicator-rows';
import type { Capture } from '@/utils/domain/capture';
import { INBOX_CASE_ID } from '@/utils/domain/case';
import { type IndicatorSummary, indicatorKey, summariseIndicators } from '@/utils/domain/indicator-summary';
import { store } from '../pages/services';
import { useStored } from '../pages/use-stored';
import { indicatorRows } from './indicator-rows';

/** A case's indicators summed up over its captures, with what other cases have them; undefined until they are read. */
export function useCaseIndicators(caseId: string, captures: readonly Capture[]) {
  const found = useStored(() => indicatorRows(caseId), [caseId]);
  const marks = useStored(() => store.indicators.marksOf(caseId), [caseId]);
  const sums = useMemo(
    () => found && marks && summariseIndicators(found, captures, marks),
    [found, marks, captures],
  );
  // Looked up behind the table: it is there at once, however many values it has.
  const elsewhere = useOtherCases(caseId, sums);
  return useMemo(() => {
    if (!sums || !found) return undefined;
    const latest = captures
      .map(({ startedAt }) => startedAt)
      .sort(byTime)
      .at(-1);
    const rows: IndicatorRow[] = sums.map((sum) => ({
      ...sum,
      otherCases: elsewhere.get(indicatorKey(sum)) ?? [],
      isNew: sum.firstSeen === latest,
    }));
    return { rows, sightingsOf: inCaptures(found, captures) };
  }, [sums, found, captures, elsewhere]);
}

const NONE: ReadonlyMap<string, readonly string[]> = new Map();

function useOtherCases(caseId: string, sums: readonly IndicatorSummary[] | undefined) {
  const { t } = useTranslation();
  const inbox = t('common.inbox');
  const ids = useStored(() => readOtherCases(caseId, sums ?? []), [caseId, sums]);
  const cases = useStored(() => store.cases.list(), []);
  return useMemo(() => {
    if (!ids || !cases) return NONE;
    const titles = new Map([[INBOX_CASE_ID, inbox], ...cases.map(({ id, title }) => [id, title] as const)]);
    return new Map(
      Array.from(ids, ([key, others]) => [key, others.flatMap((id) => titles.get(id) ?? [])] as const),
    );
  }, [ids, cases, inbox]);
}

async function readOtherCases(caseId: string, sums: readonly IndicatorSummary[]) {
  const others = await store.indicators.casesWith(
    sums.map(({ type, value }) => [type, value] as const),
    caseId,
  );
  return new Map(sums.map((sum, index) => [indicatorKey(sum), others[index] ?? []] as const));
}

function byTime(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b);
}

/** What the captures have of a row, oldest capture first. */
export function inCaptures(found: readonly CaptureIndicator[], captures: readonly Capture[]) {
  const order = new Map(captures.map(({ id, startedAt }) => [id, Date.parse(startedAt)]));
  const byKey = Map.groupBy(found, indicatorKey);
  return (row: IndicatorRow): CaptureIndicator[] =>
    (byKey.get(indicatorKey(row)) ?? []).toSorted(
      (a, b) => (order.get(a.captureId) ?? 0) - (order.get(b.captureId) ?? 0),
    );
}
