import browser, { type WebRequest } from 'webextension-polyfill';
import {
  addRequest,
  addResponse,
  changeRecord,
  dropRecord,
  EMPTY_LOG,
  type FrameKey,
  recordsOf,
  type TabLog,
} from '@/utils/capture/load-log';
import { type LoadRecord, type NavigationClaim, networkFacts } from '@/utils/capture/network-facts';
import type { CaptureTarget } from '@/utils/capture/ports';
import type { NetworkFacts, Obtained } from '@/utils/domain/network';
import { systemClock } from './clock';
import { listenForTls } from './tls-firefox';

const DOCUMENTS: WebRequest.RequestFilter = {
  urls: ['http://*/*', 'https://*/*'],
  types: ['main_frame', 'sub_frame'],
};

const keyOf = (tabId: number) => `network:${tabId}`;

/** Changes come in the order of the events, although each is two asynchronous calls. */
let changes: Promise<unknown> = Promise.resolve();

function change(tabId: number, next: (before: TabLog) => TabLog): void {
  changes = changes.then(async () => {
    const before = await readLog(tabId);
    const after = next(before);
    if (after !== before) await writeLog(tabId, after);
  });
}

async function readLog(tabId: number): Promise<TabLog> {
  const key = keyOf(tabId);
  return ((await browser.storage.session.get(key))[key] as TabLog | undefined) ?? EMPTY_LOG;
}

/** Session storage is small (10 MB): when it is full, a tab's frames are given up, then the tab. */
async function writeLog(tabId: number, log: TabLog): Promise<void> {
  const write = (value: TabLog) => browser.storage.session.set({ [keyOf(tabId)]: value });
  try {
    await write(log).catch(() => write({ ...log, frames: [] }));
  } catch (thrown) {
    console.warn('no room for how a page was loaded', thrown);
    await browser.storage.session.remove(keyOf(tabId));
  }
}

/**
 * Keeps, per tab, how its present documents were loaded: in memory only (`storage.session`), gone with the
 * tab, replaced by its next navigation, so no log of other browsing comes about. It outlives the
 * background's sleep. Call it synchronously while the background starts.
 */
export function keepNetworkLog(): void {
  const { webRequest, tabs } = browser;
  webRequest.onBeforeRequest.addListener((details) => {
    const { tabId, requestId, url } = details;
    if (tabId >= 0) change(tabId, (log) => addRequest(log, frameKey(details), requestId, url));
    return undefined;
  }, DOCUMENTS);
  webRequest.onBeforeRedirect.addListener(({ tabId, requestId, url, statusCode, redirectUrl }) => {
    const redirect = { url, status: statusCode, location: redirectUrl };
    change(tabId, (log) =>
      changeRecord(log, requestId, (it) => ({ ...it, redirects: [...it.redirects, redirect] })),
    );
  }, DOCUMENTS);
  if (import.meta.env.FIREFOX) {
    listenForTls(DOCUMENTS, ({ tabId, requestId }, tls) =>
      change(tabId, (log) => changeRecord(log, requestId, (it) => ({ ...it, tls }))),
    );
  }
  webRequest.onResponseStarted.addListener(recordResponse, DOCUMENTS, ['responseHeaders']);
  webRequest.onErrorOccurred.addListener(({ tabId, requestId }) => {
    change(tabId, (log) => dropRecord(log, requestId));
  }, DOCUMENTS);
  tabs.onRemoved.addListener((tabId) => {
    changes = changes.then(() => browser.storage.session.remove(keyOf(tabId)));
  });
}

function frameKey({ type, frameId }: { type: string; frameId: number }): FrameKey {
  return type === 'main_frame' ? null : frameId;
}

function recordResponse(details: WebRequest.OnResponseStartedDetailsType): void {
  const { tabId, requestId, url, statusCode, statusLine, fromCache, ip } = details;
  // Firefox alone says whether the connection went through a proxy, Chromium alone that a page is only prepared.
  const { proxyInfo, documentLifecycle } = details as {
    proxyInfo?: { type: string } | null;
    documentLifecycle?: string;
  };
  const response = {
    url,
    status: statusCode,
    statusLine,
    protocol: import.meta.env.FIREFOX ? wireProtocol(statusLine) : null,
    headers: (details.responseHeaders ?? []).map(({ name, value = '' }) => ({ name, value })),
    peer: ip ?? null,
    proxied: import.meta.env.FIREFOX ? !!proxyInfo && proxyInfo.type !== 'direct' : null,
    fromCache,
    epochMs: systemClock.epochMs(),
    respondedAt: systemClock.timestamp(),
  };
  change(tabId, (log) => addResponse(log, requestId, response, documentLifecycle === 'prerender'));
}

/** Firefox's status line says what was spoken; Chromium's says HTTP/1.1 whatever it was. */
function wireProtocol(statusLine: string): string | null {
  const [, version = ''] = /^HTTP\/(1\.[01]|[23])/.exec(statusLine) ?? [];
  if (version === '') return null;
  return version.startsWith('1') ? `http/${version}` : `h${version}`;
}

/** What is known of the loading of documents in a tab, each by its frame's number (0: its own) and its claim. */
export async function readNetworkFacts(
  { tabId }: CaptureTarget,
  documents: readonly { readonly frameId: number; readonly claim: NavigationClaim }[],
): Promise<Obtained<NetworkFacts>[]> {
  await changes;
  const log = await readLog(tabId);
  return documents.map(({ frameId, claim }) =>
    networkFacts(recordsOf(log, frameId === 0 ? null : frameId), claim, import.meta.env.FIREFOX),
  );
}

/** The numbers of a tab's frames whose documents were asked of the network; some may be gone. */
export async function loadedFrames(tabId: number): Promise<number[]> {
  await changes;
  return (await readLog(tabId)).frames.map(([frameId]) => frameId);
}

/** The documents that a tab has asked the network for as its own, oldest first: loaded or under way. */
export async function documentsOf(tabId: number): Promise<readonly LoadRecord[]> {
  await changes;
  return recordsOf(await readLog(tabId), null);
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
