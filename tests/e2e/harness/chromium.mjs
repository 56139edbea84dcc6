import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { createProfile } from './profile.mjs';

const ARGS = [
  // Chromium refuses to run its sandbox as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
];

const ONLY_LOOPBACK = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

/** Chromium names an unpacked extension by its folder: the first half of the path's SHA-256 in letters a to p. */
function idOf(extensionDir) {
  const hex = createHash('sha256').update(extensionDir).digest('hex').slice(0, 32);
  return hex.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/** A browser that is set up: downloads go to a folder without a question, the button is pinned. */
function writePreferences(profileDir, downloadDir, extensionDir) {
  const preferences = {
    download: { default_directory: downloadDir, prompt_for_download: false, directory_upgrade: true },
    extensions: { pinned_extensions: [idOf(extensionDir)] },
    translate: { enabled: false },
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
  acceptInsecureCerts = false,
  density,
  offline = false,
  height = 900,
}) {
  const profile = createProfile(profileDir);
  if (profile.isNew) writePreferences(profile.dir, downloadDir, extensionDir);
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    acceptInsecureCerts,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile.dir,
    defaultViewport: null,
    args: [
      ...ARGS,
      `--window-size=1366,${height}`,
      ...(density ? [`--force-device-scale-factor=${density}`] : []),
      ...(offline ? [ONLY_LOOPBACK] : []),
    ],
    // Else a bar says that the browser is driven: the operative drives it when there is a window.
    ignoreDefaultArgs: headless ? [] : ['--enable-automation'],
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
