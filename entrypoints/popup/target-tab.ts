import { browser } from '#imports';
import { ExpectedError } from '@/utils/errors';

/** The tab that the popup works on. */
export interface TargetTab {
  readonly id: number;
  readonly url: string;
  readonly host: string;
}

/**
 * `?tab=ID` names it; else the active tab of the window. If that is the popup itself, opened in a tab, the
 * most recently used tab that isn't one of our pages. Null if there is none; throws `tab-closed`.
 */
export async function findTargetTab(): Promise<TargetTab | null> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null) return describe(await browser.tabs.get(Number(named)).catch(tabIsGone));
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  const self = await browser.tabs.getCurrent();
  return describe(self && active?.id === self.id ? await lastUsedTab() : active);
}

function tabIsGone(): never {
  throw new ExpectedError('tab-closed');
}

async function lastUsedTab() {
  const own = browser.runtime.getURL('');
  const tabs = await browser.tabs.query({});
  return tabs
    .filter(({ url }) => !url?.startsWith(own))
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}

function describe(tab: { id?: number | undefined; url?: string | undefined } | undefined): TargetTab | null {
  if (tab?.id === undefined) return null;
  const url = tab.url ?? '';
  return { id: tab.id, url, host: hostOf(url) };
}

function hostOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, protocol } = new URL(url);
  return host || protocol;
}
