import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Stands in for WXT, which at build time wraps an unlisted script so that `main`'s value is the script's value. */
const WXT_IMPORTS = 'export const defineUnlistedScript = (main) => { globalThis.osmotrMain = main; };';

const root = fileURLToPath(new URL('../../../', import.meta.url));

async function bundleSnapshot(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'entrypoints/snapshot.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: ['chrome148', 'firefox153'],
    alias: { '@': root },
    plugins: [
      {
        name: 'wxt-imports',
        setup(pluginBuild) {
          pluginBuild.onResolve({ filter: /^#imports$/ }, () => ({ path: '#imports', namespace: 'wxt' }));
          pluginBuild.onLoad({ filter: /.*/, namespace: 'wxt' }, () => ({ contents: WXT_IMPORTS }));
        },
      },
    ],
  });
  return `${outputFiles[0]?.text}\nglobalThis.osmotrMain();`;
}

const CONTROL = `
async function frames(url) {
  const [tab] = (await chrome.tabs.query({})).filter((it) => it.url === url);
  const started = performance.now();
  const results = await chrome.scripting.executeScript({ files: ['/snapshot.js'], target: { tabId: tab.id, allFrames: true } });
  return { tabId: tab.id, ms: performance.now() - started, results: results.map(({ frameId, result, error }) => ({ frameId, result, error: error && String(error.message ?? error) })) };
}
async function base64(blob) {
  const url = await new Promise((resolve) => { const reader = new FileReader(); reader.onload = () => resolve(reader.result); reader.readAsDataURL(blob); });
  return url.slice(url.indexOf(',') + 1);
}
async function mhtml(tabId) {
  const started = performance.now();
  const blob = await chrome.pageCapture.saveAsMHTML({ tabId });
  const ms = performance.now() - started;
  return { ms, base64: await base64(blob) };
}
async function cached(tabId, frameId, urls) {
  const [{ result, error }] = await chrome.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, args: [urls], func: (list) => globalThis.osmotr.readCached(list) });
  if (!result) throw new Error(String(error?.message ?? error ?? 'no result'));
  // The driver of the browser carries no Blobs.
  return Promise.all(result.map(async (it) => (it.body instanceof Blob ? { ...it, body: await base64(it.body) } : it)));
}
/** Share of pixels in a rect that differ by more than 8 of 255 in some channel. */
async function compare(a, b, rects) {
  const [one, two] = await Promise.all([a, b].map(async (data) => {
    const bitmap = await createImageBitmap(await (await fetch('data:image/png;base64,' + data)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  }));
  const share = (x, y, width, height) => {
    let differing = 0;
    for (let row = y; row < y + height; row++) for (let column = x; column < x + width; column++) {
      const at = (row * one.width + column) * 4, other = (row * two.width + column) * 4;
      if ([0, 1, 2].some((i) => Math.abs(one.data[at + i] - two.data[other + i]) > 8)) differing++;
    }
    return differing / (width * height);
  };
  const size = { widths: [one.width, two.width], heights: [one.height, two.height] };
  return { ...size, rows: Object.fromEntries(Object.entries(rects).map(([id, [x, y, w, h]]) => [id, share(x, y, w, h)])) };
}
`;

/** A throw-away extension that has nothing but the snapshot script and the permissions it needs; its folder. */
export async function buildTestExtension(browser: 'chromium' | 'firefox'): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'osmotr-snapshot-'));
  mkdirSync(dir, { recursive: true });
  const isFirefox = browser === 'firefox';
  const manifest = {
    manifest_version: 3,
    name: 'snapshot',
    version: '1',
    permissions: ['scripting', 'tabs', ...(isFirefox ? [] : ['pageCapture'])],
    host_permissions: ['<all_urls>'],
    action: {},
    background: isFirefox ? { scripts: ['background.js'] } : { service_worker: 'background.js' },
    ...(isFirefox ? { browser_specific_settings: { gecko: { id: 'osmotr@osmotr' } } } : {}),
  };
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(dir, 'background.js'), '');
  writeFileSync(join(dir, 'snapshot.js'), await bundleSnapshot());
  writeFileSync(join(dir, 'control.js'), CONTROL);
  writeFileSync(join(dir, 'control.html'), '<!doctype html><script src="control.js"></script>');
  return dir;
}
