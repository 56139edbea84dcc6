import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseIndicators } from '@/components/casebook/CaseIndicators';
import type { IndicatorRow } from '@/components/casebook/indicator-rows';
import { INBOX_CASE_ID } from '@/utils/domain/case';
import { marksOfAll, summariseIndicators } from '@/utils/domain/indicator-summary';
import { bugEnvironment, store } from '../pages/services';
import { useStored } from '../pages/use-stored';
import { indicatorRows } from './indicator-rows';
import { inCaptures } from './use-case-indicators';

/** The indicators of all cases and the inbox, each value once. */
export function AllIndicators() {
  const { t } = useTranslation();
  const inbox = t('common.inbox');
  const captures = useStored(() => store.db.captures.toArray(), []);
  const found = useStored(() => indicatorRows(null), []);
  const marks = useStored(() => store.db.marks.toArray(), []);
  const cases = useStored(() => store.cases.list(), []);
  const titles = useMemo(
    () => new Map([[INBOX_CASE_ID, inbox], ...(cases ?? []).map(({ id, title }) => [id, title] as const)]),
    [cases, inbox],
  );
  const rows = useMemo(() => {
    if (!captures || !found || !marks) return null;
    const caseOf = new Map(captures.map(({ id, caseId }) => [id, caseId]));
    return summariseIndicators(found, captures, marksOfAll(found, marks)).map((sum): IndicatorRow => {
      const ids = new Set(sum.captureIds.map((id) => caseOf.get(id) ?? ''));
      return { ...sum, otherCases: Array.from(ids, (id) => titles.get(id) ?? id), isNew: false };
    });
  }, [captures, found, marks, titles]);
  if (!rows || !captures || !found) return null;
  return (
    <>
      <h1>{t('allIndicators.title')}</h1>
      <p className="osmotr-muted">{t('allIndicators.note')}</p>
      <br />
      <CaseIndicators
        rows={rows}
        captures={captures}
        caseTitles={titles}
        sightingsOf={inCaptures(found, captures)}
        environment={bugEnvironment()}
        error={null}
        isBusy={false}
        edit={null}
      />
    </>
  );
}
