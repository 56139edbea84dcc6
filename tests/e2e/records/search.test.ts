import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedStore } from '../../fixtures/seeded-store/seed-store.mjs';
import { BROWSERS, readTable, type Session, startSession } from '../extension/session';
import { byTestId } from '../harness/index.mjs';

/** Search, deletion with its undo, and the archive, by the casebook's own buttons. */
describe.each(BROWSERS)('captures in the casebook of %s', (name) => {
  let session: Session;
  let page: Page;
  let caseIds: string[];

  beforeAll(async () => {
    session = await startSession(name);
    page = await session.driven.openExtensionPage('casebook.html');
    const cases = await seedStore(page, { captures: 24, cases: 2 });
    caseIds = cases.map(({ id }) => id);
  });

  afterAll(() => session?.end());

  async function search(typed: string, found: number): Promise<void> {
    const box = await byTestId(page, 'search-box');
    await box.click({ count: 3 });
    await page.keyboard.press('Backspace');
    await box.type(typed);
    await page.waitForFunction(
      (count) =>
        document.querySelector('[data-testid="search-results"]')?.getAttribute('data-found') === count,
      { polling: 'mutation' },
      String(found),
    );
  }

  const goTo = async (hash: string) => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
  };

  it('finds words of texts, titles, addresses and indicators in all cases', async () => {
    await (await byTestId(page, 'open-search')).click();
    // By its order number, which stands in one capture's text and address.
    await search('10161', 1);
    await page.waitForSelector('[data-testid="search-snippet"] mark');
    // Kazakh, Uzbek with another apostrophe, Russian without ё.
    await search('ғалам', 4);
    await search("bog'lanish savdo", 4);
    await search('звездная', 4);
    await search('төлем жеткізу', 24);
    await search('sever.sample', 2);
    await search('самовывоз', 0);
  });

  it('opens the text at the place, and comes back to what was typed', async () => {
    await search('10161', 1);
    await (await byTestId(page, 'search-snippet')).click();
    const mark = await page.waitForSelector('mark[data-focus="true"]');
    expect(await mark?.evaluate((it) => it.textContent)).toBe('10161');
    await page.goBack();
    expect(await (await byTestId(page, 'search-box')).evaluate((it) => (it as HTMLInputElement).value)).toBe(
      '10161',
    );
  });

  it('deletes a capture with a reason, takes it back, and deletes it for good', async () => {
    const capture = await (await byTestId(page, 'search-result')).evaluate((it) =>
      it.getAttribute('data-capture'),
    );
    const remove = async () => {
      await goTo(`#/capture/${capture}`);
      await (await byTestId(page, 'delete-capture')).click();
      await (await byTestId(page, 'delete-reason')).type('снято дважды');
      const by = await byTestId(page, 'delete-by');
      await by.click({ count: 3 });
      await by.type('Образцов О. О.');
      await (await byTestId(page, 'delete-confirm')).click();
      await byTestId(page, 'pending-deletion');
    };
    await remove();
    await (await byTestId(page, 'undo-deletion')).click();
    await page.waitForSelector('[data-testid="pending-deletion"]', { hidden: true });
    expect((await readTable(page, 'captures')).length).toBe(24);

    await remove();
    await goTo('#/search');
    await search('10161', 0);
    await page.waitForSelector('[data-testid="pending-deletion"]', { hidden: true });
    await page.waitForFunction(
      async (id) => {
        const db = await new Promise<IDBDatabase>((resolve) => {
          const request = indexedDB.open('osmotr');
          request.onsuccess = () => resolve(request.result);
        });
        const keys = await new Promise<IDBValidKey[]>((resolve) => {
          const request = db.transaction('blobs').objectStore('blobs').getAllKeys();
          request.onsuccess = () => resolve(request.result);
        });
        db.close();
        return keys.every((key) => (key as string[])[0] !== id);
      },
      { polling: 500 },
      capture,
    );
    const journal = await readTable<{ kind: string; data: Record<string, unknown> }>(page, 'journal');
    const told = journal.filter(({ data }) => data.capture === capture).map(({ kind }) => kind);
    expect(told).toEqual([
      'capture-started',
      'capture-saved',
      'capture-deleted',
      'capture-restored',
      'capture-deleted',
    ]);
    expect(journal.findLast(({ kind }) => kind === 'capture-deleted')?.data).toMatchObject({
      reason: 'снято дважды',
      by: 'Образцов О. О.',
    });
  });

  it('puts a case away, where nothing can be changed, and takes it out again', async () => {
    await goTo(`#/case/${caseIds[0]}`);
    await (await byTestId(page, 'archive-case')).click();
    await byTestId(page, 'archived-note');
    await byTestId(page, 'archive');
    const [popupPage] = await session.driven.browser.pages();
    const popup = await session.driven.openPopup(popupPage ?? page);
    const options = await (await byTestId(popup, 'case-select')).$$eval('option', (all) =>
      all.map(({ value }) => value),
    );
    expect(options).not.toContain(caseIds[0]);
    expect(options).toContain(caseIds[1]);
    await session.driven.closePopup();
    await page.bringToFront();
    await (await byTestId(page, 'archive-case')).click();
    await page.waitForSelector('[data-testid="archived-note"]', { hidden: true });
  });
});
