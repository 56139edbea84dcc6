import type { CaseDetails } from '@/utils/domain/case';
import { settings } from '@/utils/platform/settings';
import { send } from './services';
import { useAction } from './use-action';
import { useSetting } from './use-setting';

/** Making a case: the form's first values, and the work. A case just made becomes the current one. */
export function useCaseCreation(onCreated: (caseId: string) => void) {
  const [lastOfficial, setLastOfficial] = useSetting(settings.lastOfficial);
  const { isRunning, error, run, clear } = useAction();
  const blank: CaseDetails | null = lastOfficial ? { ...lastOfficial, title: '', registerNumber: '' } : null;
  const create = (details: CaseDetails) =>
    run(async () => {
      const { caseId } = await send('createCase', details);
      const { unit, position, rank, name, jurisdiction } = details;
      await setLastOfficial({ unit, position, rank, name, jurisdiction });
      await settings.currentCaseId.setValue(caseId);
      onCreated(caseId);
    });
  return { blank, isRunning, error, clear, create };
}
