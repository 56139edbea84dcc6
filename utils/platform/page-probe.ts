import browser from 'webextension-polyfill';
import { mediaTypeAt } from '@/utils/capture/network-facts';
import type { CaptureTarget, PageProbe } from '@/utils/capture/ports';
import { within } from '@/utils/domain/within';
import { ExpectedError } from '@/utils/errors';
import { documentsOf } from './network-log';
import { runInPage } from './run-in-page';

/** How long a page may take to answer; one that shows an alert answers when it is closed. */
const ANSWER_MS = 3_000;

/**
 * Which document a tab shows. Where the browser has a name for it the page is left alone: one that is busy would keep
 * the capture waiting. Throws `tab-closed` if the tab is gone.
 */
export async function probePage({ tabId }: CaptureTarget): Promise<PageProbe> {
  const asked = import.meta.env.FIREFOX ? await within(askPage(tabId), ANSWER_MS) : null;
  const [documentId, { url = '' }, documents] = await Promise.all([
    nameOfDocument(tabId),
    browser.tabs.get(tabId).catch(() => {
      throw new ExpectedError('tab-closed');
    }),
    documentsOf(tabId),
  ]);
  return {
    documentId,
    tab: `${url} ${documents.at(-1)?.requestId ?? ''}`,
    mediaType: mediaTypeAt(documents, url),
    timeOrigin: null,
    claim: { url: null, protocol: null },
    ...asked,
  };
}

async function nameOfDocument(tabId: number): Promise<string | null> {
  if (import.meta.env.FIREFOX) return null;
  const frame = await chrome.webNavigation.getFrame({ tabId, frameId: 0 });
  return frame?.documentId ?? null;
}

type Answer = Pick<PageProbe, 'timeOrigin' | 'claim'>;

async function askPage(tabId: number): Promise<Answer | null> {
  try {
    const [answer] = await runInPage({ target: { tabId }, func: readDocument });
    return parseProbe(answer?.result);
  } catch {
    // No script may run here (a PDF viewer, a page of the browser).
    return null;
  }
}

/** Runs in the page's isolated world: reads, changes nothing. */
function readDocument() {
  const [entry] = performance.getEntriesByType('navigation');
  const { nextHopProtocol = '' } = (entry ?? {}) as Partial<PerformanceNavigationTiming>;
  return {
    timeOrigin: performance.timeOrigin,
    url: entry?.name ?? location.href,
    protocol: nextHopProtocol,
  };
}

function parseProbe(value: unknown): Answer | null {
  if (typeof value !== 'object' || value === null) return null;
  const { timeOrigin, url, protocol } = value as Record<string, unknown>;
  if (typeof timeOrigin !== 'number' || typeof url !== 'string' || typeof protocol !== 'string') return null;
  return { timeOrigin, claim: { url, protocol: protocol || null } };
}
