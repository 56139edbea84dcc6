import type { Page } from 'puppeteer-core';

/** `start`: as soon as any step runs. `viewport`, `dom` and `mhtml` begin at once. */
export type Moment = 'start' | 'page-images' | 'qr' | 'indicators';

/** What happens to the tab: it goes to an address, is closed, or its page begins to show alerts without end. */
export type Deed = { readonly goTo: string } | 'close' | 'alert';

/** Does that to the tab at `from` as soon as that step of its capture runs, or behind it if the capture was quicker. */
export function atStep(reader: Page, from: string, when: Moment, deed: Deed): Promise<void> {
  return reader.evaluate(doAtStep, from, when, deed);
}

/** Runs in a page of the extension. */
async function doAtStep(from: string, when: string, deed: Deed): Promise<void> {
  type Browser = {
    tabs: {
      query(q: object): Promise<{ id: number; url?: string }[]>;
      update(id: number, to: { url: string }): Promise<unknown>;
      remove(id: number): Promise<void>;
    };
    scripting: { executeScript(order: object): Promise<unknown> };
  };
  const { tabs, scripting } = (globalThis as unknown as { chrome: Browser }).chrome;
  const tab = (await tabs.query({})).find(({ url }) => url === from);
  if (!tab) throw new Error(`no tab at ${from}`);
  const done = <R>(asked: IDBRequest<R>) =>
    new Promise<R>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  const db = await done(indexedDB.open('osmotr'));
  for (;;) {
    const rows = await done(db.transaction('activities').objectStore('activities').getAll());
    const { step = null, state = '' } = rows.find((it) => it.tabId === tab.id) ?? {};
    if (state === 'done' || state === 'failed' || (when === 'start' ? step : step === when)) break;
  }
  db.close();
  if (deed === 'close') await tabs.remove(tab.id);
  else if (deed !== 'alert') await tabs.update(tab.id, { url: deed.goTo });
  else {
    const func = () => {
      setTimeout(() => {
        for (;;) alert('again');
      });
    };
    await scripting.executeScript({ target: { tabId: tab.id }, world: 'MAIN', func });
  }
}
