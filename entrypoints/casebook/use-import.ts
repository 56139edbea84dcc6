import { useEffect, useState } from 'react';
import type { WorkState } from '@/components/export/ExportStatus';
import type { Activity, ImportActivity } from '@/utils/domain/activity';
import { offerFile } from '@/utils/platform/file-transfer';
import { settings } from '@/utils/platform/settings';
import { send, store } from '../pages/services';
import { useAction } from '../pages/use-action';
import { useSetting } from '../pages/use-setting';
import { useStored } from '../pages/use-stored';

interface Followed {
  /** Null: it was begun elsewhere. */
  readonly file: File | null;
  readonly fileName: string;
  /** Null: it is being started. */
  readonly id: string | null;
}

/** Taking a bundle into the casebook: the one started here, else one that is under way. It goes on without this page. */
export function useImport() {
  const [followed, setFollowed] = useState<Followed | null>(null);
  const [operative] = useSetting(settings.operative);
  const { isRunning, error, run, clear } = useAction();
  const cancelling = useAction();
  const stored = useStored(() => readImport(followed), [followed]) ?? null;
  // Until the store has answered anew, it is still the one that was asked for before.
  const isAnswer = followed ? stored?.id === followed.id : stored && isUnderWay(stored);
  const activity = isAnswer ? stored : null;
  useEffect(() => {
    // One that another page began, or this one before it was left: followed from here on to its end.
    if (!followed && activity) setFollowed({ file: null, fileName: activity.fileName, id: activity.id });
  }, [followed, activity]);
  const start = (file: File, by: string) =>
    run(async () => {
      const transferId = crypto.randomUUID();
      const endOffer = offerFile(transferId, file);
      setFollowed({ file, fileName: file.name, id: null });
      try {
        const { activityId } = await send('importBundle', { transferId, by });
        setFollowed({ file, fileName: file.name, id: activityId });
      } finally {
        endOffer();
      }
    });
  const cancel = () =>
    cancelling.run(async () => {
      if (activity) await send('cancelImport', { activityId: activity.id });
    });
  const state = error ? 'failed' : isRunning ? 'working' : stateOf(activity, followed);
  return {
    by: operative?.name ?? '',
    state,
    file: followed?.file ?? null,
    fileName: followed?.fileName ?? '',
    activity,
    error: error ?? cancelling.error ?? activity?.error ?? null,
    start,
    cancel,
    /** Another bundle is shown now: what has ended is forgotten, what is under way is not. */
    reset: () => {
      if (state === 'working') return;
      clear();
      setFollowed(null);
    },
  };
}

async function readImport(followed: Followed | null): Promise<ImportActivity | null> {
  if (followed) return asImport(followed.id === null ? undefined : await store.activities.get(followed.id));
  return asImport((await store.activities.unfinished()).find(({ kind }) => kind === 'import'));
}

function asImport(activity: Activity | undefined): ImportActivity | null {
  return activity?.kind === 'import' ? activity : null;
}

function isUnderWay({ state }: ImportActivity): boolean {
  return state === 'queued' || state === 'working';
}

function stateOf(activity: ImportActivity | null, followed: Followed | null): WorkState {
  if (!activity) return followed ? 'working' : 'idle';
  return activity.state === 'queued' ? 'working' : activity.state;
}
