import { CaseIndicators } from '@/components/casebook/CaseIndicators';
import type { NewIndicator } from '@/components/casebook/IndicatorForm';
import type { IndicatorRow } from '@/components/casebook/indicator-rows';
import type { Capture } from '@/utils/domain/capture';
import { bugEnvironment, send } from '../pages/services';
import { useAction } from '../pages/use-action';
import { useCaseIndicators } from './use-case-indicators';

interface Props {
  readonly caseId: string;
  /** Newest first. */
  readonly captures: readonly Capture[];
  readonly isReadOnly: boolean;
}

/** The indicators of a case out of the store. */
export function StoredIndicators({ caseId, captures, isReadOnly }: Props) {
  const stored = useCaseIndicators(caseId, captures);
  const action = useAction();
  if (!stored) return null;
  const mark = ({ type, value }: IndicatorRow, reason: string) =>
    action.run(async () => {
      await send('markIndicator', { caseId, type, value, irrelevant: reason !== '', reason });
    });
  const add = (indicator: NewIndicator) =>
    action.run(async () => {
      await send('addIndicator', indicator);
    });
  return (
    <CaseIndicators
      {...stored}
      captures={captures}
      environment={bugEnvironment()}
      error={action.error}
      isBusy={action.isRunning}
      edit={isReadOnly ? null : { onMark: mark, onAdd: add }}
    />
  );
}
