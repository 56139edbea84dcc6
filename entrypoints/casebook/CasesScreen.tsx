import { CasesView } from '@/components/cases/CasesView';
import type { CaseRow } from '@/components/cases/case-rows';
import { bugEnvironment, send } from '../pages/services';
import { useAction } from '../pages/use-action';

/** The list of cases. `rows`: most recently used first. */
export function CasesScreen({ rows }: { readonly rows: readonly CaseRow[] }) {
  const action = useAction();
  return (
    <CasesView
      rows={rows}
      environment={bugEnvironment()}
      isBusy={action.isRunning}
      error={action.error}
      onArchive={(caseId, isArchived) =>
        action.run(async () => {
          await send('archiveCase', { caseId, isArchived });
        })
      }
    />
  );
}
