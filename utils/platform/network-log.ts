import browser, { type WebRequest } from 'webextension-polyfill';
import { type LoadRecord, networkFacts } from '@/utils/capture/network-facts';
import type { CaptureTarget, PageProbe } from '@/utils/capture/ports';
import type { NetworkFacts, Obtained } from '@/utils/domain/capture';
import { systemClock } from './clock';

const MAIN_FRAMES: WebRequest.RequestFilter = {
  urls: ['http://*/*', 'https://*/*'],
  types: ['main_frame'],
};

const keyOf = (tabId: number) => `network:${tabId}`;

/** Changes come in the order of the events, although each is two asynchronous calls. */
let changes: Promise<unknown> = Promise.resolve();

function change(tabId: number, next: (before: LoadRecord | undefined) => LoadRecord | undefined): void {
  changes = changes.then(async () => {
    const record = next(await readRecord(tabId));
    if (record) await browser.storage.session.set({ [keyOf(tabId)]: record });
  });
}

async function readRecord(tabId: number): Promise<LoadRecord | undefined> {
  const key = keyOf(tabId);
  return (await browser.storage.session.get(key))[key] as LoadRecord | undefined;
}

/**
 * Keeps, per tab, how its present document was loaded: in memory only (`storage.session`), gone with the
 * tab, replaced by its next navigation, so no log of other browsing comes about. It outlives the
 * background's sleep. Call it synchronously while the background starts.
 */
export function keepNetworkLog(): void {
  const { webRequest, tabs } = browser;
  webRequest.onBeforeRequest.addListener(({ tabId, requestId, url }) => {
    // A redirected request comes here again under the same id.
    change(tabId, (before) =>
      before?.requestId === requestId
        ? before
        : { requestId, requestedUrl: url, redirects: [], response: null },
    );
    return undefined;
  }, MAIN_FRAMES);
  webRequest.onBeforeRedirect.addListener(({ tabId, requestId, url, statusCode, redirectUrl }) => {
    change(tabId, (before) => {
      if (before?.requestId !== requestId) return before;
      const redirect = { url, status: statusCode, location: redirectUrl };
      return { ...before, redirects: [...before.redirects, redirect] };
    });
  }, MAIN_FRAMES);
  webRequest.onResponseStarted.addListener(recordResponse, MAIN_FRAMES, ['responseHeaders']);
  tabs.onRemoved.addListener((tabId) => {
    changes = changes.then(() => browser.storage.session.remove(keyOf(tabId)));
  });
}

function recordResponse(details: WebRequest.OnResponseStartedDetailsType): void {
  const epochMs = systemClock.epochMs();
  const respondedAt = systemClock.timestamp();
  const { tabId, requestId, url, statusCode, statusLine, fromCache, ip } = details;
  // Firefox alone says whether the connection went through a proxy.
  const { proxyInfo } = details as { proxyInfo?: { type: string } | null };
  const headers = (details.responseHeaders ?? []).map(({ name, value = '' }) => ({ name, value }));
  const proxied = proxyInfo !== undefined && proxyInfo !== null && proxyInfo.type !== 'direct';
  const peer = ip ?? null;
  const response = {
    url,
    status: statusCode,
    statusLine,
    headers,
    peer,
    proxied,
    fromCache,
    epochMs,
    respondedAt,
  };
  change(tabId, (before) => (before?.requestId === requestId ? { ...before, response } : before));
}

/** What is known of the loading of the document that `probe` saw in the tab. */
export async function readNetworkFacts(
  { tabId }: CaptureTarget,
  { navigationUrl }: PageProbe,
): Promise<Obtained<NetworkFacts>> {
  await changes;
  return networkFacts(await readRecord(tabId), navigationUrl);
}

/** Counts the http(s) requests that the extension itself causes, so that a capture can say how many. */
export function countOwnRequests(): () => number {
  let count = 0;
  const origin = new URL(browser.runtime.getURL('')).origin;
  browser.webRequest.onBeforeRequest.addListener(
    (details) => {
      const initiator = (details as { initiator?: string }).initiator ?? details.originUrl ?? '';
      if (initiator.startsWith(origin)) count += 1;
      return undefined;
    },
    { urls: ['http://*/*', 'https://*/*'] },
  );
  return () => count;
}
