import browser from 'webextension-polyfill';
import type { CaptureTarget } from '@/utils/capture/ports';
import { ExpectedError } from '@/utils/errors';

/** Pages that browsers close to every extension, whatever its permissions. */
const CLOSED_HOSTS = new Set([
  'chromewebstore.google.com',
  'chrome.google.com',
  'addons.mozilla.org',
  'accounts.firefox.com',
]);

/**
 * The tab, if it can be captured; throws `ExpectedError` with the reason if not: no such tab, a page of the
 * browser or of another extension, a discarded tab, or no permission for this site.
 */
export async function requireCapturable(tabId: number): Promise<CaptureTarget> {
  const tab = await browser.tabs.get(tabId).catch(() => {
    throw new ExpectedError('tab-closed');
  });
  const { url, windowId, title = '' } = tab;
  if (tab.discarded) throw new ExpectedError('tab-discarded');
  if (!url || windowId === undefined) throw new ExpectedError('page-not-capturable', { page: '' });
  const { protocol, hostname, origin } = new URL(url);
  if (!['http:', 'https:', 'file:'].includes(protocol) || CLOSED_HOSTS.has(hostname)) {
    throw new ExpectedError('page-not-capturable', { page: url.slice(0, 80) });
  }
  const pattern = protocol === 'file:' ? 'file:///*' : `${protocol}//${hostname}/*`;
  if (!(await browser.permissions.contains({ origins: [pattern] }))) {
    throw new ExpectedError('permission-refused', { host: protocol === 'file:' ? 'file' : origin });
  }
  return { tabId, windowId, url, title };
}
