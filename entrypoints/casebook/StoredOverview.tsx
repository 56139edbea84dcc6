import { OverviewView } from '@/components/overview/OverviewView';
import type { Capture } from '@/utils/domain/capture';
import type { Case } from '@/utils/domain/case';
import { indicatorKey } from '@/utils/domain/indicator-summary';
import { systemClock } from '@/utils/platform/clock';
import { bugEnvironment, send, store } from '../pages/services';
import { useAction } from '../pages/use-action';
import { useStored } from '../pages/use-stored';
import { indicatorRows } from './indicator-rows';
import { StoredThumbnail } from './StoredThumbnail';

interface Props {
  readonly matter: Case;
  readonly isEdited: boolean;
  /** Newest first. */
  readonly captures: readonly Capture[];
}

/** The overview of a case out of the store. */
export function StoredOverview({ matter, isEdited, captures }: Props) {
  const caseId = matter.id;
  // Counted behind the screen: it is there at once, however many there are.
  const indicators = useStored(() => countDistinct(caseId), [caseId]);
  const notes = useStored(() => store.annotations.countNotes(captures.map(({ id }) => id)), [captures]);
  const action = useAction();
  return (
    <OverviewView
      matter={matter}
      isEdited={isEdited}
      captures={captures}
      indicators={indicators}
      notes={notes}
      utcOffsetMinutes={systemClock.utcOffsetMinutes()}
      environment={bugEnvironment()}
      isBusy={action.isRunning}
      error={action.error}
      onSaveDetails={(details) =>
        action.run(async () => {
          await send('updateCase', { caseId, details });
        })
      }
      onSaveProcedure={(procedure) =>
        action.run(async () => {
          await send('updateProcedure', { caseId, procedure });
        })
      }
      renderThumbnail={({ id, host }) => (
        <StoredThumbnail captureId={id} host={host} width="100%" height={92} />
      )}
    />
  );
}

/** How many different values a case has; those with a broken checksum don't count. */
async function countDistinct(caseId: string): Promise<number> {
  const rows = await indicatorRows(caseId);
  return new Set(rows.filter(({ valid }) => valid).map(indicatorKey)).size;
}
