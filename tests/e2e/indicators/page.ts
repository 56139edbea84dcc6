import type { Page } from 'puppeteer-core';

/** Waits for an element, or until there is none. */
export async function waitFor(page: Page, selector: string, { gone = false } = {}): Promise<void> {
  await page.waitForFunction(
    (wanted, isGone) => (document.querySelector(wanted) === null) === isGone,
    { polling: 'mutation', timeout: 20_000 },
    selector,
    gone,
  );
}

/** Clicks an element once it is there and can be clicked; the page must be in front. */
export async function click(page: Page, selector: string): Promise<void> {
  const element = await page.waitForSelector(selector, { visible: true, timeout: 20_000 });
  await page.waitForFunction(
    (it) => !(it as HTMLButtonElement).disabled,
    { polling: 'mutation', timeout: 20_000 },
    element,
  );
  await element?.click();
}

/** The `data-…` attributes of all elements that a selector finds. */
export function attributesOf(
  page: Page,
  selector: string,
  names: readonly string[],
): Promise<Record<string, string>[]> {
  return page.$$eval(
    selector,
    (elements, wanted) =>
      elements.map((element) =>
        Object.fromEntries(wanted.map((name) => [name, element.getAttribute(`data-${name}`) ?? ''])),
      ),
    [...names],
  );
}

/** The rows of a case's table of indicators, once they have followed the filter. */
export async function rows(page: Page): Promise<{ type: string; value: string; captures: string }[]> {
  await waitFor(page, '[data-testid="indicator-count"][aria-busy="false"]');
  return page.$$eval('[data-testid="indicator-row"]', (elements) =>
    elements.map((element) => ({
      type: element.getAttribute('data-type') ?? '',
      value: element.getAttribute('data-value') ?? '',
      captures: element.querySelectorAll('td')[4]?.textContent ?? '',
    })),
  );
}

/** What stands on the toolbar button for the tab of this address, read in a page of the extension. */
export function buttonOf(
  reader: Page,
  url: string,
): Promise<{ text: string; title: string; color: number[] }> {
  return reader.evaluate(async (wanted) => {
    type Asked = { tabId: number };
    type Api = {
      tabs: { query(q: object): Promise<{ id: number; url?: string }[]> };
      action: {
        getBadgeText(q: Asked): Promise<string>;
        getTitle(q: Asked): Promise<string>;
        getBadgeBackgroundColor(q: Asked): Promise<number[]>;
      };
    };
    const { tabs, action } = (globalThis as unknown as { chrome: Api }).chrome;
    const tabId = (await tabs.query({})).find((tab) => tab.url === wanted)?.id ?? -1;
    const [text, title, color] = await Promise.all([
      action.getBadgeText({ tabId }),
      action.getTitle({ tabId }),
      action.getBadgeBackgroundColor({ tabId }),
    ]);
    return { text, title, color };
  }, url);
}
