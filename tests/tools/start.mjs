import { join } from 'node:path';
import { createShopServer } from '../fixtures/shop/server.mjs';
import { build } from './build.mjs';
import { ROOT, runTool, SetupError } from './process.mjs';
import { setup } from './setup.mjs';

const USAGE = `npm start                       the sample shop in Chromium, with the extension
npm start -- --headless         captures the sample shop's pages and exports the case to out/
npm start -- --headless URL…    the same with these pages (http or https)`;

const SHOP_PAGES = [
  '/',
  '/product',
  '/payment',
  '/contacts',
  '/partner',
  '/chat',
  '/login',
  '/gallery',
  '/long',
  '/kk',
  '/uz',
];

function readArguments(args) {
  const flags = args.filter((arg) => arg.startsWith('-'));
  const urls = args.filter((arg) => !arg.startsWith('-'));
  const isWeb = (url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  const wrong = [...flags.filter((flag) => flag !== '--headless'), ...urls.filter((url) => !isWeb(url))];
  if (wrong.length > 0) throw new SetupError(`Not understood: ${wrong.join(' ')}\n\n${USAGE}`);
  const hasDisplay =
    process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return { isHeadless: flags.includes('--headless') || urls.length > 0 || !hasDisplay, urls };
}

async function browse(options, origin) {
  const { launchChromium } = await import('../e2e/harness/index.mjs');
  const driven = await launchChromium({ ...options, headless: false });
  const [page = await driven.browser.newPage()] = await driven.browser.pages();
  await page.goto(origin);
  console.log(`\nChromium shows the sample shop: ${origin}/
Click Osmotr's button in the toolbar and press «Зафиксировать страницу», or press Alt+Shift+C.
Exports go to out/. Close the window to end.`);
  await new Promise((resolve) => driven.browser.once('disconnected', resolve));
  await driven.close();
  return 0;
}

/** `npm start`: from a fresh clone to the extension at work. */
await runTool(async () => {
  const { isHeadless, urls } = readArguments(process.argv.slice(2));
  const { chromium } = await setup({ browsers: ['chromium'] });
  const { chromium: extensionDir } = await build({ browsers: ['chromium'] });
  const options = { executablePath: chromium, extensionDir, downloadDir: join(ROOT, 'out') };
  const shop = await createShopServer();
  try {
    if (!isHeadless) return await browse(options, shop.origin);
    const { demonstrate } = await import('./demonstrate.mjs');
    const pages = urls.length > 0 ? urls : SHOP_PAGES.map((path) => shop.origin + path);
    return await demonstrate(options, pages, urls.length > 0 ? undefined : shop.requests);
  } finally {
    await shop.close();
  }
});
