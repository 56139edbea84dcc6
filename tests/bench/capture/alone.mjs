import { readFileSync } from 'node:fs';

const HTML2CANVAS = new URL('../../../node_modules/html2canvas/dist/html2canvas-pro.min.js', import.meta.url);

/** How long the browser takes for MHTML alone, in ms; null where it has none. */
export async function mhtmlAlone(page, isChromium) {
  if (!isChromium) return null;
  const client = await page.createCDPSession();
  const started = performance.now();
  await client.send('Page.captureSnapshot', { format: 'mhtml' });
  const ms = Math.round(performance.now() - started);
  await client.detach();
  return ms;
}

/** How long html2canvas alone takes in the page itself, in ms, or how it failed. */
export async function html2canvasAlone(page) {
  await page.evaluate(readFileSync(HTML2CANVAS, 'utf8'));
  return page.evaluate(async () => {
    const started = performance.now();
    try {
      await globalThis.html2canvas(document.documentElement, { logging: false });
      return Math.round(performance.now() - started);
    } catch (thrown) {
      return String(thrown).slice(0, 60);
    }
  });
}
