import { useEffect, useState } from 'react';
import { browser } from '#imports';
import { type ErrorRecord, ExpectedError, toErrorRecord } from '@/utils/errors';
import { send } from '../pages/services';
import { findTargetTab, type TargetTab } from './target-tab';

export interface TargetState {
  readonly tab: TargetTab | null;
  /** Null if the tab can be captured, undefined until it is known. */
  readonly reason: ErrorRecord | null | undefined;
}

/** The tab to capture and whether it can be; looked at again when the tab loads another page. */
export function useTargetTab(): TargetState {
  const [state, setState] = useState<TargetState>({ tab: null, reason: undefined });
  useEffect(() => {
    let isCurrent = true;
    let tabId: number | undefined;
    const show = (next: TargetState) => {
      if (!isCurrent) return;
      tabId = next.tab?.id;
      setState(next);
    };
    const onUpdated = (id: number, change: { status?: string | undefined }) => {
      if (id === tabId && change.status === 'complete') inspectTarget(show);
    };
    inspectTarget(show);
    browser.tabs.onUpdated.addListener(onUpdated);
    return () => {
      isCurrent = false;
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  }, []);
  return state;
}

/** Shows the tab as soon as it is found, then whether it can be captured. */
async function inspectTarget(show: (state: TargetState) => void): Promise<void> {
  let tab: TargetTab | null = null;
  try {
    tab = await findTargetTab();
    if (!tab) throw new ExpectedError('no-page');
    show({ tab, reason: undefined });
    const { reason } = await send('inspectTab', { tabId: tab.id });
    show({ tab, reason });
  } catch (thrown) {
    show({ tab, reason: toErrorRecord(thrown) });
  }
}
