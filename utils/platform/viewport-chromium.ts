import type { CaptureTarget } from '@/utils/capture/ports';
import { within } from '@/utils/domain/within';
import { ExpectedError } from '@/utils/errors';
import { blobFromDataUrl } from './base64';
import { runInPage } from './run-in-page';

/** Chromium takes two pictures a second at most; a third one is asked again after this time. */
const QUOTA_PAUSE_MS = 600;

/** How long a tab may take to draw what comes to the front; one that shows an alert draws nothing. */
const DRAWN_MS = 2_000;

/**
 * The pixels of the window at this moment. `captureVisibleTab` takes whatever tab is in front, so the
 * target has to be there before and after: a picture of another tab would be false evidence.
 */
export async function photographVisibleTab(target: CaptureTarget): Promise<Blob> {
  // The browser answers in the order in which it is asked.
  const [, picture] = await Promise.all([
    requireInFront(target),
    withQuota(() => chrome.tabs.captureVisibleTab(target.windowId, { format: 'png' })),
  ]);
  await requireInFront(target);
  return blobFromDataUrl(picture);
}

async function requireInFront({ tabId }: CaptureTarget): Promise<void> {
  const tab = await chrome.tabs.get(tabId).catch(() => {
    throw new ExpectedError('tab-closed');
  });
  if (!tab.active) throw new Error('another tab came to the front');
}

async function withQuota(take: () => Promise<string>): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await take();
    } catch (thrown) {
      if (tries > 3 || !String(thrown).includes('MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND')) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, QUOTA_PAUSE_MS));
    }
  }
}

/**
 * Brings the tab to the front of its window if another one is there (the popup opened as a tab, say);
 * gives what puts that one back, or null if nothing had to be done.
 */
export async function bringToFront({
  tabId,
  windowId,
}: CaptureTarget): Promise<(() => Promise<void>) | null> {
  const [front] = await chrome.tabs.query({ active: true, windowId });
  const frontId = front?.id;
  if (frontId === undefined || frontId === tabId) return null;
  await chrome.tabs.update(tabId, { active: true });
  // The compositor has a picture of the tab only after its next frame.
  const drawn = runInPage({
    target: { tabId },
    func: () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  });
  await within(drawn, DRAWN_MS);
  return async () => {
    await chrome.tabs.update(frontId, { active: true });
  };
}
