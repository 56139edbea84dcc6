import { useState } from 'react';
import { type CaseDetails, INBOX_CASE_ID } from '@/utils/domain/case';
import { settings } from '@/utils/platform/settings';
import { send, store } from '../pages/services';
import { useAction } from '../pages/use-action';
import { useSetting } from '../pages/use-setting';
import { useStored } from '../pages/use-stored';

/** The current case, the list to choose from, and the form that makes a new one. */
export function useCase() {
  const cases = useStored(() => store.cases.list(), []);
  const [currentId, setCurrentId] = useSetting(settings.currentCaseId);
  const [lastOfficial, setLastOfficial] = useSetting(settings.lastOfficial);
  const [isCreating, setIsCreating] = useState(false);
  const creation = useAction();

  const create = (details: CaseDetails) =>
    creation.run(async () => {
      const { caseId } = await send('createCase', details);
      const { unit, position, rank, name, jurisdiction } = details;
      await setLastOfficial({ unit, position, rank, name, jurisdiction });
      await setCurrentId(caseId);
      setIsCreating(false);
    });
  const close = () => {
    creation.clear();
    setIsCreating(false);
  };
  const isKnown = currentId === INBOX_CASE_ID || cases?.some(({ id }) => id === currentId);
  const isReady = cases !== undefined && currentId !== undefined && lastOfficial !== undefined;
  const blank: CaseDetails | null = lastOfficial ? { ...lastOfficial, title: '', registerNumber: '' } : null;
  return {
    isReady,
    cases: cases ?? [],
    // A case that is gone (the store was wiped, the setting was not) must not swallow a capture.
    caseId: isKnown && currentId ? currentId : INBOX_CASE_ID,
    choose: setCurrentId,
    blank,
    isCreating,
    openForm: () => setIsCreating(true),
    closeForm: close,
    create,
    creation,
  };
}
