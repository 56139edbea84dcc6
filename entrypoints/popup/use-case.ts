import { useState } from 'react';
import { type Case, INBOX_CASE_ID } from '@/utils/domain/case';
import { settings } from '@/utils/platform/settings';
import { store } from '../pages/services';
import { useCaseCreation } from '../pages/use-case-creation';
import { useSetting } from '../pages/use-setting';
import { useStored } from '../pages/use-stored';
import type { First } from './read-first';

/** The current case, the list to choose from, and the form that makes a new one. */
export function useCase(first: First | null) {
  const cases = useStored<readonly Case[]>(() => store.cases.listOpen(), [], first?.cases);
  const [currentId, setCurrentId] = useSetting(settings.currentCaseId, first?.currentCaseId);
  const [isCreating, setIsCreating] = useState(false);
  const creation = useCaseCreation(() => setIsCreating(false));
  const isKnown = currentId === INBOX_CASE_ID || cases?.some(({ id }) => id === currentId);
  return {
    isReady: cases !== undefined && currentId !== undefined,
    cases: cases ?? [],
    // A case that is gone or put away must not swallow a capture.
    caseId: isKnown && currentId ? currentId : INBOX_CASE_ID,
    choose: setCurrentId,
    creation,
    isCreating,
    openForm: () => setIsCreating(true),
    closeForm: () => {
      creation.clear();
      setIsCreating(false);
    },
  };
}
