import browser from 'webextension-polyfill';
import type { CaptureTarget, PageImagesReport, TileSink } from '@/utils/capture/ports';
import { MAX_PAGE_HEIGHT, tilePage } from '@/utils/capture/tiles';
import { blobFromDataUrl } from './base64';

/** The pixels of the window at this moment. Firefox draws tabs that are behind others too. */
export async function photographWindow({ tabId }: CaptureTarget): Promise<Blob> {
  return blobFromDataUrl(await browser.tabs.captureTab(tabId, { format: 'png' }));
}

/** Photographs the page beyond the window by `captureTab` with `rect`: the page notices nothing. */
export async function photographByRects(
  { tabId }: CaptureTarget,
  onTile: TileSink,
): Promise<PageImagesReport> {
  const [answer] = await browser.scripting.executeScript({ target: { tabId }, func: measurePage });
  const page = answer?.result as ReturnType<typeof measurePage> | undefined;
  if (!page) throw new Error(answer?.error ? String(answer.error) : 'the page could not be measured');
  if (page.height <= page.windowHeight && page.width <= page.windowWidth) {
    return { method: 'none', resized: false, skipped: 'page-fits-window' };
  }
  for (const rect of tilePage(page.width, page.height, page.ratio)) {
    onTile(blobFromDataUrl(await browser.tabs.captureTab(tabId, { format: 'png', rect, scale: page.ratio })));
  }
  if (page.height > MAX_PAGE_HEIGHT) throw new Error(`the page is cut at ${MAX_PAGE_HEIGHT} px`);
  return { method: 'capture-tab', resized: false };
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
