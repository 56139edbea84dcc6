import { useState } from 'react';
import type { WorkState } from '@/components/export/ExportStatus';
import type { Activity, ExportActivity } from '@/utils/domain/activity';
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
  const stored = useStored(() => readExport(caseId, startedId), [caseId, startedId]) ?? null;
  // Until the store has answered anew, it is still the one that was asked for before.
  const activity = startedId === null || stored?.id === startedId ? stored : null;
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

async function readExport(caseId: string, id: string | null): Promise<ExportActivity | null> {
  const known = id === null ? await store.activities.recent() : [await store.activities.get(id)];
  const isWanted = (it: Activity | undefined): it is ExportActivity =>
    it?.kind === 'export' && it.caseId === caseId;
  return known.find(isWanted) ?? null;
}

function stateOf(activity: ExportActivity | null, error: ErrorRecord | null): WorkState {
  if (error) return 'failed';
  if (!activity) return 'idle';
  return activity.state === 'queued' ? 'working' : activity.state;
}
