import type { CaptureTarget, PageImagesReport, PhotographContext } from '@/utils/capture/ports';
import { heightRemarks } from '@/utils/capture/remarks';
import { tilePage } from '@/utils/capture/tiles';
import { blobFromBase64 } from './base64';
import { holdFiles } from './hold-files';
import { runInPage } from './run-in-page';

interface LayoutMetrics {
  readonly cssContentSize: { readonly width: number; readonly height: number };
  readonly cssLayoutViewport: { readonly clientWidth: number; readonly clientHeight: number };
}

/**
 * Photographs the page beyond the window by CDP clips, tile by tile. The page is told of a `resize`, to one pixel and back, and
 * the window shows a banner while the debugger is attached: the report says so. Files that the page then wants are
 * held. Throws if the debugger is refused (policy, another debugger). A page that is stuck answers no command: the
 * debugger goes when the signal says so.
 */
export async function photographByClips(
  { tabId }: CaptureTarget,
  context: PhotographContext,
): Promise<PageImagesReport> {
  const { onTile, signal } = context;
  const page = { tabId };
  await chrome.debugger.attach(page, '1.3');
  const letGo = () => void detach(page);
  signal.addEventListener('abort', letGo);
  try {
    signal.throwIfAborted();
    const metrics = (await chrome.debugger.sendCommand(page, 'Page.getLayoutMetrics')) as LayoutMetrics;
    const { cssContentSize: size, cssLayoutViewport: view } = metrics;
    if (size.height <= view.clientHeight && size.width <= view.clientWidth) {
      return { method: 'none', resized: false, skipped: 'page-fits-window', remarks: [] };
    }
    // Clips are measured in pixels of the window, whose size the page's zoom does not change.
    const zoom = await chrome.tabs.getZoom(tabId);
    const hold = await holdFiles(page, context);
    try {
      const tiles = tilePage(size.width, size.height, await pixelRatio(tabId));
      for (const tile of tiles) {
        const clip = {
          x: 0,
          y: tile.y * zoom,
          width: Math.min(tile.width * zoom, size.width * zoom),
          height: tile.height * zoom,
          scale: 1,
        };
        // A tenth bigger, and there in three quarters of the time.
        const shot = { format: 'png', captureBeyondViewport: true, optimizeForSpeed: true, clip };
        const answer = await chrome.debugger.sendCommand(page, 'Page.captureScreenshot', shot);
        await hold.settle();
        await onTile(blobFromBase64((answer as { data: string }).data, 'image/png'), 'cdp-clips');
      }
    } finally {
      await hold.end();
    }
    const after = (await chrome.debugger.sendCommand(page, 'Page.getLayoutMetrics')) as LayoutMetrics;
    const remarks = heightRemarks(size.height, after.cssContentSize.height);
    return { method: 'cdp-clips', resized: true, remarks };
  } finally {
    signal.removeEventListener('abort', letGo);
    await detach(page);
  }
}

async function pixelRatio(tabId: number): Promise<number> {
  const func = () => devicePixelRatio;
  const [answer] = await runInPage({ target: { tabId }, func });
  return (answer?.result as number | undefined) ?? 1;
}

async function detach(page: chrome.debugger.Debuggee): Promise<void> {
  try {
    await chrome.debugger.detach(page);
  } catch (thrown) {
    // Already detached: the tab was closed, or the operative clicked the banner's button away.
    console.info('debugger detached before', thrown);
  }
}
