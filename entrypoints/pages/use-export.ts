import { useState } from 'react';
import type { WorkState } from '@/components/export/ExportStatus';
import type { ExportActivity } from '@/utils/domain/activity';
import type { ErrorRecord } from '@/utils/errors';
import { send, store } from './services';
import { useAction } from './use-action';
import { useStored } from './use-stored';

export interface ExportModel {
  readonly state: WorkState;
  readonly activity: ExportActivity | null;
  readonly error: ErrorRecord | null;
  /** Exports the whole case, or the captures and with the passphrase that are given. */
  readonly start: (how?: { readonly captureIds?: readonly string[]; readonly passphrase?: string }) => void;
  readonly cancel: () => void;
}

/** The export of a case: the one started here, else the case's newest. It goes on without this page. */
export function useExport(caseId: string): ExportModel {
  const [startedId, setStartedId] = useState<string | null>(null);
  const { isRunning, error, run } = useAction();
  const cancelling = useAction();
  const recent = useStored(() => store.activities.recent(), []);
  const ofCase = (recent ?? []).filter(
    (activity): activity is ExportActivity => activity.kind === 'export' && activity.caseId === caseId,
  );
  const activity = (startedId ? ofCase.find(({ id }) => id === startedId) : ofCase[0]) ?? null;
  const isPending = isRunning || (startedId !== null && !activity);
  const start: ExportModel['start'] = (how = {}) =>
    run(async () => {
      const { activityId } = await send('exportCase', { ...how, caseId });
      setStartedId(activityId);
    });
  const cancel = () =>
    cancelling.run(async () => {
      if (activity) await send('cancelExport', { activityId: activity.id });
    });
  return {
    state: isPending ? 'working' : stateOf(activity, error),
    activity: isPending ? null : activity,
    error: error ?? cancelling.error ?? activity?.error ?? null,
    start,
    cancel,
  };
}

function stateOf(activity: ExportActivity | null, error: ErrorRecord | null): WorkState {
  if (error) return 'failed';
  if (!activity) return 'idle';
  return activity.state === 'queued' ? 'working' : activity.state;
}
