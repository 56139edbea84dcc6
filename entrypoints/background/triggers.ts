import browser, { type Tabs } from 'webextension-polyfill';
import type { Capture, CaptureTrigger } from '@/utils/domain/capture';
import { type ErrorRecord, toErrorRecord } from '@/utils/errors';
import { createTranslator } from '@/utils/i18n';
import { showFailed, showSaved, showWatched, showWorking } from '@/utils/platform/badge';
import { showContextMenu } from '@/utils/platform/context-menu';
import { settings } from '@/utils/platform/settings';
import type { Store } from '@/utils/store';
import { frontTabId, type Services } from './services';

/** Name of the command and of the menu's entry. */
const CAPTURE = 'capture-page';

/** The keyboard shortcut and the context menu: captures whose result stands on the toolbar button. */
export function listenForTriggers(store: Store, services: Services, ready: Promise<unknown>): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === CAPTURE) void captureWithBadge('shortcut', tab);
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === CAPTURE) void captureWithBadge('context-menu', tab);
  });
  browser.runtime.onInstalled.addListener(() => void showMenu());
  browser.runtime.onStartup.addListener(() => void showMenu());
  settings.language.watch(() => void showMenu());

  async function captureWithBadge(trigger: CaptureTrigger, tab: Tabs.Tab | undefined): Promise<void> {
    const translate = createTranslator(await settings.language.getValue());
    const tabId = tab?.id ?? (await frontTabId());
    await showWorking(tabId, translate('badge.working'));
    const outcome = await capture(tabId, trigger);
    if ('code' in outcome) {
      await showFailed(tabId, `${translate('badge.failed')}\n${translate(`error.${outcome.code}`)}`);
    } else if (outcome.watched.length > 0) {
      const title = [translate('badge.watched'), ...outcome.watched].join('\n');
      await showWatched(tabId, outcome.indicatorCount, title);
    } else {
      await showSaved(tabId, outcome.indicatorCount, translate('badge.done'));
    }
  }

  /** What was saved, or why nothing was. */
  async function capture(tabId: number, trigger: CaptureTrigger): Promise<Capture | ErrorRecord> {
    try {
      await ready;
      const caseId = await settings.currentCaseId.getValue();
      const { id, done } = await services.startCapture({ tabId, caseId, trigger, panes: false });
      await done;
      const saved = await store.captures.get(id);
      if (saved) return saved;
      return (await store.activities.get(id))?.error ?? toErrorRecord(`capture ${id} left no trace`);
    } catch (thrown) {
      return toErrorRecord(thrown);
    }
  }
}

async function showMenu(): Promise<void> {
  const translate = createTranslator(await settings.language.getValue());
  await showContextMenu(CAPTURE, translate('menu.capture'));
}
