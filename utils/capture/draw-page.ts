import html2canvas from 'html2canvas';
import type { ViewportFacts } from '@/utils/domain/capture';
import { tilePage } from './tiles';

/**
 * Draws an assembled page anew with html2canvas, tile by tile: a drawing, not a photograph. It works on the
 * inert snapshot in a frame of our own page, so the suspect page notices nothing and nothing is loaded.
 * Needs a document. Throws if html2canvas can't read what the page uses.
 */
export async function drawPage(html: Blob, view: ViewportFacts, onTile: (tile: Blob) => void): Promise<void> {
  const frame = await showInert(html, view);
  try {
    const page = frame.contentDocument?.documentElement;
    if (!page) throw new Error('the snapshot could not be shown');
    const width = Math.max(page.scrollWidth, view.width);
    const height = Math.max(page.scrollHeight, view.height);
    for (const tile of tilePage(width, height, view.devicePixelRatio)) {
      const canvas = await html2canvas(page, {
        ...tile,
        windowWidth: view.width,
        windowHeight: view.height,
        scale: view.devicePixelRatio,
        scrollX: 0,
        scrollY: 0,
        logging: false,
      });
      onTile(await toPng(canvas));
    }
  } finally {
    frame.remove();
  }
}

/** `allow-same-origin` lets us read the frame; without `allow-scripts` nothing in it can run. */
async function showInert(html: Blob, view: ViewportFacts): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.style.cssText = `position:fixed;left:0;top:0;border:0;width:${view.width}px;height:${view.height}px`;
  frame.srcdoc = await html.text();
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame;
}

function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the drawing is empty'))), 'image/png');
  });
}
