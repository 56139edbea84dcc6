import browser from 'webextension-polyfill';
import type { CaptureTarget, PageImagesReport, PhotographContext } from '@/utils/capture/ports';
import { heightRemarks } from '@/utils/capture/remarks';
import { tilePage } from '@/utils/capture/tiles';
import { bytesFromBase64 } from '@/utils/domain/base64';
import { within } from '@/utils/domain/within';
import { blobFromDataUrl, splitDataUrl } from './base64';
import { runInPage } from './run-in-page';

/** How long a page may take to say its size; a busy one is photographed all the same. */
const ANSWER_MS = 1_000;

/** The pixels of the window at this moment. Firefox draws tabs that are behind others too. */
export async function photographWindow({ tabId }: CaptureTarget): Promise<Blob> {
  const page = await within(
    askSize(tabId).catch(() => null),
    ANSWER_MS,
  );
  // Left to itself, Firefox takes the zoom as it is set for the one that it draws with, which is a bit off.
  const scale = page ? { scale: await scaleOf(tabId, page.ratio) } : {};
  return blobFromDataUrl(await browser.tabs.captureTab(tabId, { format: 'png', ...scale }));
}

/** Photographs the page beyond the window by `captureTab` with `rect`: the page notices nothing. */
export async function photographByRects(
  { tabId }: CaptureTarget,
  { onTile, aside }: PhotographContext,
): Promise<PageImagesReport> {
  const page = await askSize(tabId);
  if (page.height <= page.windowHeight && page.width <= page.windowWidth) {
    return { method: 'none', resized: false, skipped: 'page-fits-window', remarks: [] };
  }
  const scale = await scaleOf(tabId, page.ratio);
  for (const rect of tilePage(page.width, page.height, page.ratio)) {
    const tile = splitDataUrl(await browser.tabs.captureTab(tabId, { format: 'png', rect, scale }));
    await onTile(await aside.put(bytesFromBase64(tile.base64), tile.type), 'capture-tab');
  }
  const remarks = heightRemarks(page.height, (await askSize(tabId)).height);
  return { method: 'capture-tab', resized: false, remarks };
}

/** Firefox multiplies a picture's scale by the page's zoom, which is part of the ratio already. */
async function scaleOf(tabId: number, ratio: number): Promise<number> {
  return ratio / (await browser.tabs.getZoom(tabId));
}

async function askSize(tabId: number): Promise<ReturnType<typeof measurePage>> {
  const [answer] = await runInPage({ target: { tabId }, func: measurePage });
  const page = answer?.result as ReturnType<typeof measurePage> | undefined;
  if (!page) throw new Error(answer?.error ? String(answer.error) : 'the page could not be measured');
  return page;
}

/** Runs in the page's isolated world: reads, changes nothing. */
function measurePage() {
  const root = document.documentElement;
  const body = document.body as HTMLElement | null;
  return {
    width: Math.max(root.scrollWidth, root.clientWidth),
    height: Math.max(root.scrollHeight, document.compatMode === 'BackCompat' ? (body?.scrollHeight ?? 0) : 0),
    windowWidth: root.clientWidth,
    windowHeight: document.compatMode === 'BackCompat' && body ? body.clientHeight : root.clientHeight,
    ratio: devicePixelRatio,
  };
}
