import puppeteer from 'puppeteer-core';
import { createChromeScope } from './firefox-chrome-scope.mjs';
import { createProfile } from './profile.mjs';

const ADDON_ID = 'osmotr@osmotr';
/** The add-on's origin, fixed beforehand: Firefox would draw one by lot. */
const UUID = '0d5e7f3a-6b1c-4c8e-9a52-3f7b8e4d2c10';

const preferences = (downloadDir) => ({
  'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: UUID }),
  // A temporary add-on loses its storage when the browser closes; an installed one doesn't.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'browser.download.folderList': 2,
  'browser.download.dir': downloadDir,
  'browser.download.useDownloadDir': true,
  'browser.download.alwaysOpenPanel': false,
  'browser.shell.checkDefaultBrowser': false,
});

/** Nobody listens on port 9: all but loopback ends there. */
const CLOSED_PROXY = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
};

/** Puppeteer's own `installExtension` can't allow an extension in private windows. */
async function install(browser, path, privateBrowsing) {
  await browser.connection.send('webExtension.install', {
    extensionData: { type: 'path', path },
    'moz:allowPrivateBrowsing': privateBrowsing,
  });
}

/**
 * Starts Firefox with the built extension, its button pinned to the toolbar.
 * @param {import('./index.mjs').LaunchOptions} options
 * @returns {Promise<import('./index.mjs').DrivenBrowser>}
 */
export async function launchFirefox({
  executablePath,
  extensionDir,
  downloadDir,
  headless = true,
  profileDir,
  acceptInsecureCerts = false,
  offline = false,
  height = 900,
  privateBrowsing = false,
  density,
  siteIsolation = false,
}) {
  const profile = createProfile(profileDir);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    acceptInsecureCerts,
    userDataDir: profile.dir,
    defaultViewport: null,
    args: ['--remote-allow-system-access', '--width=1366', `--height=${height}`],
    extraPrefsFirefox: {
      ...preferences(downloadDir),
      ...(offline ? CLOSED_PROXY : {}),
      'browser.privatebrowsing.autostart': privateBrowsing,
      ...(density ? { 'layout.css.devPixelsPerPx': String(density) } : {}),
    },
  });
  const extensionOrigin = `moz-extension://${UUID}`;
  await install(browser, extensionDir, privateBrowsing);
  const scope = await createChromeScope(browser, ADDON_ID);
  await scope.pinButton();
  if (siteIsolation) await scope.isolateSites();
  /** @type {{ page: import('puppeteer-core').Page, forget(): void } | undefined} */
  let popup;

  async function closePopup() {
    await scope.hidePopup();
    popup?.forget();
    popup = undefined;
  }

  return {
    kind: 'firefox',
    browser,
    extensionOrigin,
    downloadDir,
    closePopup,
    async openPopup(page) {
      await closePopup();
      await page.bringToFront();
      await scope.clickButton();
      popup = await scope.attachPopup(`${extensionOrigin}/popup.html`);
      return popup.page;
    },
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await scope.navigate(page, `${extensionOrigin}/${path}`);
      return page;
    },
    stopBackground: () => scope.stopBackground(),
    answerQuestion: (isAllowed) => scope.answerQuestion(isAllowed),
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
