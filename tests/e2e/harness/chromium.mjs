import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { createProfile } from './profile.mjs';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
  '--window-size=1366,900',
];

/** Downloads go to a folder without a question, as in a browser that is set up so. */
function writePreferences(profileDir, downloadDir) {
  const preferences = {
    download: { default_directory: downloadDir, prompt_for_download: false, directory_upgrade: true },
    browser: { has_seen_welcome_page: true },
  };
  mkdirSync(join(profileDir, 'Default'), { recursive: true });
  writeFileSync(join(profileDir, 'Default/Preferences'), JSON.stringify(preferences), { flag: 'wx' });
}

async function waitForWorkerToStop(browser, isWorker) {
  if (!browser.targets().some(isWorker)) return;
  await new Promise((resolve) => {
    const listen = () => {
      if (browser.targets().some(isWorker)) return;
      browser.off('targetdestroyed', listen);
      resolve(undefined);
    };
    browser.on('targetdestroyed', listen);
    listen();
  });
}

/**
 * Starts Chromium with the built extension.
 * @param {import('./index.mjs').LaunchOptions} options
 * @returns {Promise<import('./index.mjs').DrivenBrowser>}
 */
export async function launchChromium({
  executablePath,
  extensionDir,
  downloadDir,
  headless = true,
  profileDir,
}) {
  const profile = createProfile(profileDir);
  if (profile.isNew) writePreferences(profile.dir, downloadDir);
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile.dir,
    defaultViewport: null,
    args: ARGS,
  });
  const id = await browser.installExtension(extensionDir);
  const extensionOrigin = `chrome-extension://${id}`;
  const isPopup = (target) =>
    target.type() === 'page' && target.url().startsWith(`${extensionOrigin}/popup.html`);
  const isWorker = (target) => target.type() === 'service_worker' && target.url().startsWith(extensionOrigin);
  // Chromium lists an extension only when its worker has started.
  await browser.waitForTarget(isWorker, { timeout: 30_000 });
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error(`Chromium did not load the extension in ${extensionDir}`);
  /** @type {import('puppeteer-core').Page | undefined} */
  let popup;

  async function closePopup() {
    if (popup && !popup.isClosed()) await popup.close();
    popup = undefined;
  }

  return {
    kind: 'chromium',
    browser,
    extensionOrigin,
    downloadDir,
    closePopup,
    async openPopup(page) {
      await closePopup();
      await page.bringToFront();
      const before = new Set(browser.targets());
      await extension.triggerAction(page);
      const target = await browser.waitForTarget((it) => isPopup(it) && !before.has(it), { timeout: 15_000 });
      popup = await target.asPage();
      await popup.waitForFunction(() => document.readyState === 'complete');
      return popup;
    },
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await page.goto(`${extensionOrigin}/${path}`);
      return page;
    },
    async stopBackground() {
      for (const worker of await extension.workers()) await worker.close();
      await waitForWorkerToStop(browser, isWorker);
    },
    async kill() {
      const child = browser.process();
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      child?.kill('SIGKILL');
      await ended;
    },
    async close() {
      await browser.close();
      profile.remove();
    },
  };
}
