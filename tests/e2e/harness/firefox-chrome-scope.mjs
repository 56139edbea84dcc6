// WebDriver BiDi reaches Firefox's own window («chrome scope») with --remote-allow-system-access, but
// neither sends it pointer input nor knows the popup of a toolbar button. What is missing is done here,
// by script in that window: a synthesized mouse click on the button, and the popup's <browser> entered
// into the list by which BiDi finds browsing contexts. From then on it is a page like any other.

const CUSTOMIZABLE_UI = 'moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs';
const NAVIGABLE_MANAGER = 'chrome://remote/content/shared/NavigableManager.sys.mjs';

/** The functions below run in Firefox's window; they may use nothing from here but their arguments. */
function pin(module, widget) {
  const { CustomizableUI } = ChromeUtils.importESModule(module);
  CustomizableUI.addWidgetToArea(widget, CustomizableUI.AREA_NAVBAR);
}

function click(buttonId) {
  const box = document.getElementById(buttonId).getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  for (const type of ['mousemove', 'mousedown', 'mouseup']) {
    window.synthesizeMouseEvent(type, x, y, { button: 0, clickCount: 1 }, { isDOMEventSynthesized: false });
  }
}

/** Waits until the panel has opened: before that, Firefox may still exchange the popup's <browser>. */
async function enterPopup(module, url, timeout) {
  const end = Date.now() + timeout;
  const find = () =>
    [...document.querySelectorAll('browser.webextension-popup-browser')].find(
      (it) =>
        it.closest('panel')?.state === 'open' &&
        it.currentURI?.spec.startsWith(url) &&
        !it.webProgress?.isLoadingDocument,
    );
  while (!find()) {
    if (Date.now() > end) throw new Error(`The toolbar button opened no popup within ${timeout} ms`);
    await new Promise((resolve) => window.setTimeout(resolve, 20));
  }
  const popup = find();
  const { NavigableManager } = ChromeUtils.importESModule(module);
  popup.permanentKey ??= {};
  const id = NavigableManager.getIdForBrowser(popup);
  const known = NavigableManager.getBrowserById.bind(NavigableManager);
  NavigableManager.getBrowserById = (wanted) => (wanted === id && popup.isConnected ? popup : known(wanted));
  return id;
}

async function hide() {
  const panel = document.querySelector('browser.webextension-popup-browser')?.closest('panel');
  if (!panel || panel.state === 'closed') return;
  const hidden = new Promise((resolve) => panel.addEventListener('popuphidden', resolve, { once: true }));
  panel.hidePopup();
  await hidden;
}

/** Answers the question that an extension has put by `permissions.request`, as a click on its button would. */
async function answerQuestion(button, timeout) {
  // The button is dead for a moment, lest a user hits it by mistake.
  Services.prefs.setIntPref('security.notification_enable_delay', 0);
  const end = Date.now() + timeout;
  const find = () => document.getElementById('addon-webext-permissions-notification');
  while (!find()?.[button] || find().closest('panel')?.state !== 'open') {
    if (Date.now() > end) throw new Error(`Firefox put no question within ${timeout} ms`);
    await new Promise((resolve) => window.setTimeout(resolve, 20));
  }
  find()[button].click();
}

/** The driver sets this to none, whatever it is asked for at the start. */
function isolateSites() {
  Services.prefs.setIntPref('fission.webContentIsolationStrategy', 1);
}

async function terminateBackground(addonId) {
  await WebExtensionPolicy.getByID(addonId).extension.terminateBackground({ ignoreDevToolsAttached: true });
}

/**
 * What the tests do in Firefox's own window.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} addonId
 */
export async function createChromeScope(browser, addonId) {
  const { connection } = browser;
  const send = async (method, params) => (await connection.send(method, params)).result;
  const tree = await send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [{ context, clientWindow }] = tree.contexts;
  const widget = addonId.replace(/[^\w-]/g, '_');

  /** Runs one of the functions above there; arguments and result are JSON. */
  async function run(work, ...args) {
    const expression = `(${work})(...${JSON.stringify(args)})`;
    const answer = await send('script.evaluate', { expression, target: { context }, awaitPromise: true });
    if (answer.type === 'exception') throw new Error(`In Firefox's window: ${answer.exceptionDetails.text}`);
    return answer.result.value;
  }

  /** Puppeteer hears of the popup by the event that BiDi would have sent, had it known it. */
  async function adopt(id, url) {
    const before = new Set(await browser.pages());
    const details = {
      context: id,
      url,
      userContext: 'default',
      parent: null,
      originalOpener: null,
      clientWindow,
      children: null,
    };
    connection.emit('browsingContext.contextCreated', details);
    const page = (await browser.pages()).find((it) => !before.has(it));
    if (!page) throw new Error('Puppeteer did not take the popup as a page');
    return { page, forget: () => connection.emit('browsingContext.contextDestroyed', details) };
  }

  return {
    pinButton: () => run(pin, CUSTOMIZABLE_UI, `${widget}-browser-action`),
    clickButton: () => run(click, `${widget}-BAP`),
    hidePopup: () => run(hide),
    answerQuestion: (isAllowed) => run(answerQuestion, isAllowed ? 'button' : 'secondaryButton', 15_000),
    isolateSites: () => run(isolateSites),
    stopBackground: () => run(terminateBackground, addonId),
    async attachPopup(url) {
      const popup = await adopt(await run(enterPopup, NAVIGABLE_MANAGER, url, 15_000), url);
      await popup.page.waitForFunction(() => document.readyState === 'complete');
      return popup;
    },
    /** Loads an extension's page into a tab: Firefox never reports such a navigation as finished. */
    async navigate(page, url) {
      await send('browsingContext.navigate', { context: page.mainFrame()._id, url, wait: 'none' });
      await page.waitForFunction((it) => location.href === it && document.readyState === 'complete', {}, url);
    },
  };
}
