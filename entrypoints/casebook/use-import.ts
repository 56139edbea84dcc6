import { useState } from 'react';
import type { ImportActivity } from '@/utils/domain/activity';
import { offerFile } from '@/utils/platform/file-transfer';
import { settings } from '@/utils/platform/settings';
import { send, store } from '../pages/services';
import { useAction } from '../pages/use-action';
import { useSetting } from '../pages/use-setting';
import { useStored } from '../pages/use-stored';

/** Taking a bundle into the casebook: the one started here. It goes on without this page. */
export function useImport() {
  const [started, setStarted] = useState<{ file: File; id: string } | null>(null);
  const [operative] = useSetting(settings.operative);
  const { isRunning, error, run, clear } = useAction();
  const cancelling = useAction();
  const stored = useStored(
    async () => (started ? ((await store.activities.get(started.id)) ?? null) : null),
    [started?.id],
  );
  const activity = stored?.kind === 'import' && stored.id === started?.id ? stored : null;
  const start = (file: File, by: string) =>
    run(async () => {
      const transferId = crypto.randomUUID();
      const endOffer = offerFile(transferId, file);
      try {
        const { activityId } = await send('importBundle', { transferId, by });
        setStarted({ file, id: activityId });
      } finally {
        endOffer();
      }
    });
  const cancel = () =>
    cancelling.run(async () => {
      if (activity) await send('cancelImport', { activityId: activity.id });
    });
  return {
    by: operative?.name ?? '',
    state: error ? ('failed' as const) : isRunning ? ('working' as const) : stateOf(activity),
    activity,
    error: error ?? cancelling.error ?? activity?.error ?? null,
    start,
    cancel,
    /** Another bundle is shown now. */
    reset: () => {
      clear();
      setStarted(null);
    },
  };
}

function stateOf(activity: ImportActivity | null): 'idle' | 'working' | 'done' | 'failed' {
  if (!activity) return 'idle';
  return activity.state === 'queued' ? 'working' : activity.state;
}
