import { useEffect, useState } from 'react';
import type { WorkState } from '@/components/export/ExportStatus';
import type { CaptureActivity } from '@/utils/domain/activity';
import type { Capture } from '@/utils/domain/capture';
import type { ErrorRecord } from '@/utils/errors';
import { type Findings, readFindings } from '../pages/read-findings';
import { send, store } from '../pages/services';
import { useAction } from '../pages/use-action';
import { useStored } from '../pages/use-stored';
import type { TargetTab } from './target-tab';

export interface CaptureOutcome extends Findings {
  readonly capture: Capture;
  readonly thumbnail: Blob | null;
}

/** A background that is stopped in the middle of a capture says nothing: who waits for it asks now and then. */
const WAKE_MS = 5_000;

/** A capture of this tab: the one asked for here, one under way, or the last of the page that is open. */
export function useCapture(tab: TargetTab | null, caseId: string) {
  const [startedId, setStartedId] = useState<string | null>(null);
  const [panes, setPanes] = useState(false);
  const { isRunning, error, run } = useAction();
  const recent = useStored(() => store.activities.recent(), []);
  const captures = (recent ?? []).filter(isCapture);
  const activity = tab ? pickActivity(captures, startedId, tab) : null;
  const isPending = isRunning || (startedId !== null && activity?.id !== startedId);
  const doneId = !isPending && activity?.state === 'done' ? activity.id : null;
  const isUnderWay = activity !== null && isUnfinished(activity);
  useEffect(() => {
    if (!isUnderWay) return;
    // It answers the next time, or there is nothing more to be done from here.
    const wake = () => void send('wake', {}).catch((thrown) => console.info('no background', thrown));
    const timer = setInterval(wake, WAKE_MS);
    return () => clearInterval(timer);
  }, [isUnderWay]);
  const outcome = useStored(() => readOutcome(doneId), [doneId]) ?? null;

  const start = () => {
    if (!tab) return;
    run(async () => {
      const { activityId } = await send('capturePage', { tabId: tab.id, caseId, trigger: 'popup', panes });
      setStartedId(activityId);
    });
  };
  const state: WorkState = isPending ? 'working' : stateOf(activity, error);
  return {
    state,
    activity: isPending ? null : activity,
    error: error ?? activity?.error ?? null,
    outcome: outcome?.capture.id === doneId ? outcome : null,
    isElsewhere: captures.some((other) => other.tabId !== tab?.id && isUnfinished(other)),
    panes,
    onPanes: setPanes,
    start,
  };
}

export type CaptureModel = ReturnType<typeof useCapture>;

function pickActivity(captures: readonly CaptureActivity[], startedId: string | null, tab: TargetTab) {
  if (startedId) return captures.find(({ id }) => id === startedId) ?? null;
  const ofTab = captures.filter(({ tabId }) => tabId === tab.id);
  return ofTab.find(isUnfinished) ?? ofTab.find(({ url }) => url === tab.url) ?? null;
}

function stateOf(activity: CaptureActivity | null, error: ErrorRecord | null): WorkState {
  if (error) return 'failed';
  if (!activity) return 'idle';
  return activity.state === 'queued' ? 'working' : activity.state;
}

async function readOutcome(captureId: string | null): Promise<CaptureOutcome | null> {
  const capture = captureId ? await store.captures.get(captureId) : undefined;
  if (!capture) return null;
  const thumbnail = (await store.captures.thumbnail(capture.id)) ?? null;
  return { capture, thumbnail, ...(await readFindings(capture)) };
}

function isCapture(activity: { readonly kind: string }): activity is CaptureActivity {
  return activity.kind === 'capture';
}

function isUnfinished({ state }: CaptureActivity): boolean {
  return state === 'queued' || state === 'working';
}
