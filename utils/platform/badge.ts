import browser from 'webextension-polyfill';

const GREEN = '#2b8a3e';
const RED = '#c92a2a';
const GREY = '#495057';

/** The toolbar button while a capture without a popup runs; `title` is its tooltip. */
export function showWorking(tabId: number, title: string): Promise<void> {
  return show(tabId, '…', GREY, title);
}

/** The button after a capture: the number of indicators found. */
export function showSaved(tabId: number, indicators: number, title: string): Promise<void> {
  return show(tabId, indicators > 999 ? '999+' : String(indicators), GREEN, title);
}

/** The button after a capture that contains something of the watch-list; the sign tells it without the colour too. */
export function showWatched(tabId: number, indicators: number, title: string): Promise<void> {
  return show(tabId, indicators > 99 ? '99+!' : `${indicators}!`, RED, title);
}

/** The button after a capture that failed. */
export function showFailed(tabId: number, title: string): Promise<void> {
  return show(tabId, '!', RED, title);
}

async function show(tabId: number, text: string, color: string, title: string): Promise<void> {
  // The tab may be gone by now: then there is no button to show anything on, and the journal has it all.
  const gone = (await browser.tabs.get(tabId).catch(() => null)) === null;
  if (gone) return;
  await Promise.all([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color }),
    browser.action.setTitle({ tabId, title }),
  ]);
}
