import type { CaseDetails } from '@/utils/domain/case';
import { settings } from '@/utils/platform/settings';
import { send } from './services';
import { useAction } from './use-action';
import { useSetting } from './use-setting';

/** Making a case: the form's first values, and the work. A case just made becomes the current one. */
export function useCaseCreation(onCreated: (caseId: string) => void) {
  const [operative, setOperative] = useSetting(settings.operative);
  const { isRunning, error, run, clear } = useAction();
  const blank: CaseDetails | null = operative ? { ...operative, title: '', registerNumber: '' } : null;
  const create = (details: CaseDetails) =>
    run(async () => {
      const { caseId } = await send('createCase', details);
      const { unit, position, rank, name, jurisdiction } = details;
      if (operative?.name === '') await setOperative({ unit, position, rank, name, jurisdiction });
      await settings.currentCaseId.setValue(caseId);
      onCreated(caseId);
    });
  return { blank, isRunning, error, clear, create };
}
