import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Capture } from '@/utils/domain/capture';
import type { JournalEvent } from '@/utils/domain/journal';
import { verifyChain } from '@/utils/domain/journal-chain';
import { seedStore } from '../../fixtures/seeded-store/seed-store.mjs';
import { BROWSERS, readTable, type Session, startSession } from '../extension/session';
import { byTestId, expectDownload, waitForState } from '../harness/index.mjs';

/** Search, deletion, archive, journal, settings, backup and wipe, by the casebook's own buttons. */
describe.each(BROWSERS)('records in the casebook of %s', (name) => {
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

  const focused = (selector: string) =>
    page.waitForFunction((wanted) => document.activeElement?.matches(wanted), {}, selector);

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
    // The way back has the focus: nobody goes through the whole page for it in ten seconds.
    await focused('[data-testid="undo-deletion"]');
    await page.keyboard.press('Enter');
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
    // Nothing is offered that would be refused, neither in the case nor in a capture of it.
    await goTo(`#/case/${caseIds[0]}/indicators`);
    await byTestId(page, 'indicator-row');
    expect(await page.$('[data-testid="add-indicator"]')).toBeNull();
    const [inside] = (await readTable<Capture>(page, 'captures')).filter((it) => it.caseId === caseIds[0]);
    await goTo(`#/capture/${inside?.id}`);
    await (await byTestId(page, 'tab-notes')).click();
    const isOff = (id: string) =>
      page.$eval(`[data-testid="${id}"]`, (it) => (it as HTMLButtonElement).disabled);
    expect(await isOff('mark-region')).toBe(true);
    expect(await page.$('[data-testid="note-text"]:not([disabled])')).toBeNull();
    await (await byTestId(page, 'unarchive')).click();
    await page.waitForSelector('[data-testid="archived-note"]', { hidden: true });
    expect(await isOff('mark-region')).toBe(false);
  });

  it('verifies the journal on demand and saves it as lines that hash as they say', async () => {
    await goTo(`#/case/${caseIds[1]}/journal`);
    await focused('h1');
    expect(await page.title()).toBe('Журнал — Osmotr');
    const verified = await byTestId(page, 'journal-verified-at');
    const before = await verified.evaluate((it) => it.getAttribute('data-time'));
    await (await byTestId(page, 'journal-verify')).click();
    await page.waitForFunction((it, time) => it.getAttribute('data-time') !== time, {}, verified, before);
    const chain = await byTestId(page, 'chain-state');
    const count = Number(await chain.evaluate((it) => it.getAttribute('data-count')));
    expect(await chain.evaluate((it) => it.getAttribute('data-ok'))).toBe('true');

    const table = await page.waitForSelector('main table');
    expect(await table?.evaluate((it) => it.getAttribute('aria-rowcount'))).toBe(String(count + 1));
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForSelector(`[data-testid="journal-row"][aria-rowindex="${count + 1}"]`);
    const link = await byTestId(page, 'journal-capture');
    const ids = (await readTable<Capture>(page, 'captures')).map(({ id }) => `#/capture/${id}`);
    expect(ids).toContain(await link.evaluate((it) => it.getAttribute('href')));

    await (await byTestId(page, 'journal-save')).click();
    const file = join(session.driven.downloadDir, `osmotr-journal-${caseIds[1]}.jsonl`);
    const lines = (await finished(file)).trimEnd().split('\n');
    const events = lines.map((line) => JSON.parse(line) as JournalEvent);
    expect(verifyChain(events)).toMatchObject({ ok: true, count });
  });

  it('fills new cases in with the operative of the settings', async () => {
    await goTo('#/settings');
    const name = await byTestId(page, 'operative-name');
    await name.click({ count: 3 });
    await name.type('Примеров П. П.');
    await (await byTestId(page, 'operative-save')).click();
    await page.waitForFunction(async () => {
      const { operative } = await (
        globalThis as unknown as {
          chrome: { storage: { local: { get(key: string): Promise<{ operative?: { name: string } }> } } };
        }
      ).chrome.storage.local.get('operative');
      return operative?.name === 'Примеров П. П.';
    });
    await goTo('#/new-case');
    const field = await byTestId(page, 'case-field-name');
    expect(await field.evaluate((it) => (it as HTMLInputElement).value)).toBe('Примеров П. П.');
  });

  it('says what is stored, whether the browser keeps it, and nothing of a case to the developers', async () => {
    await goTo('#/settings');
    const persisted = await byTestId(page, 'storage-persisted');
    // Firefox promises it to an extension that asks; Chromium by rules of its own, and is believed either way.
    const isPromised = await page.evaluate(() => navigator.storage.persisted());
    expect(await persisted.evaluate((it) => it.getAttribute('data-ok'))).toBe(String(isPromised));
    if (name === 'firefox') expect(isPromised).toBe(true);
    const ask = await page.$('[data-testid="storage-ask"]');
    expect(ask === null).toBe(isPromised);
    if (ask) {
      await ask.click();
      const answer = await page.waitForFunction(
        () =>
          document.querySelector('[data-testid="storage-persisted"][data-ok="true"]')
            ? 'promised'
            : document.querySelector('[data-testid="storage-ask"] + [role="status"]:not(:empty)') &&
              'refused',
        { polling: 'mutation', timeout: 20_000 },
      );
      expect(await answer.jsonValue()).toBe(
        (await page.evaluate(() => navigator.storage.persisted())) ? 'promised' : 'refused',
      );
    }
    expect((await page.$$('[data-testid="storage-row"]')).length).toBe(3);
    const report = await (await byTestId(page, 'diagnostics')).evaluate((it) => it.textContent ?? '');
    expect(report).toContain('rows captures: 23');
    expect(report).toContain('permissions: ');
    for (const secret of ['sample-shop', 'лавка', 'Образцов', caseIds[0] ?? '', '26750000']) {
      expect(report, secret).not.toContain(secret);
    }
  });

  it('copies everything to a file, wipes with a typed word alone, and restores', async () => {
    const captures = await readTable<Capture>(page, 'captures');
    const blobs = await countBlobs();
    const download = await expectDownload(session.driven.downloadDir);
    await (await byTestId(page, 'backup-make')).click();
    const file = await download.file;
    await waitForState(page, 'backup-status', 'saved');
    const made = (await readTable<JournalEvent>(page, 'journal')).find(
      ({ kind }) => kind === 'backup-created',
    );
    expect(made?.data.bytes).toBe(statSync(file).size);

    await restoreFrom(file);
    expect(await waitForState(page, 'backup-status', 'failed')).toBe('failed');

    const beside = await session.driven.openExtensionPage('casebook.html#/search');
    await (await byTestId(beside, 'search-box')).type('лавка');
    await page.bringToFront();
    const word = await byTestId(page, 'wipe-word');
    await word.type('да');
    expect(await (await byTestId(page, 'wipe')).evaluate((it) => (it as HTMLButtonElement).disabled)).toBe(
      true,
    );
    await word.click({ count: 3 });
    await word.type((await word.evaluate((it) => it.getAttribute('data-word'))) ?? '');
    await (await byTestId(page, 'wipe')).click();
    await page.waitForSelector('[data-testid="wipe-status"][data-done="true"]');
    expect([await countBlobs(), (await readTable(page, 'captures')).length]).toEqual([0, 0]);
    // What another page remembered is gone, too.
    await vi.waitFor(
      async () =>
        expect(await beside.$eval('[data-testid="search-box"]', (it) => (it as HTMLInputElement).value)).toBe(
          '',
        ),
      { timeout: 30_000 },
    );
    await beside.close();
    const [first] = await readTable<JournalEvent>(page, 'journal');
    expect(first).toMatchObject({ case: 'inbox', kind: 'store-wiped', data: { cases: 2, captures: 23 } });

    await restoreFrom(file);
    expect(await waitForState(page, 'backup-status', ['restored', 'failed'])).toBe('restored');
    const byId = (rows: Capture[]) => rows.sort((a, b) => a.id.localeCompare(b.id));
    expect(byId(await readTable<Capture>(page, 'captures'))).toEqual(byId(captures));
    expect(await countBlobs()).toBe(blobs);
    await goTo('#/search');
    await search('звездная', 3);
  });

  async function restoreFrom(file: string): Promise<void> {
    const input = await page.$('input[data-testid="backup-file"]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
    await waitForState(page, 'backup-status', ['working', 'failed', 'restored']);
  }

  const countBlobs = () =>
    page.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('osmotr');
        request.onsuccess = () => resolve(request.result);
      });
      const count = await new Promise<number>((resolve) => {
        const request = db.transaction('blobs').objectStore('blobs').count();
        request.onsuccess = () => resolve(request.result);
      });
      db.close();
      return count;
    });
});

/** The text of a download, once it is there as a whole. */
async function finished(path: string): Promise<string> {
  return vi.waitFor(() => {
    const text = readFileSync(path, 'utf8');
    if (!text.endsWith('\n')) throw new Error('not yet');
    return text;
  }, 15_000);
}
