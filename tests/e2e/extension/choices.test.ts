import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capture, StoredArtifact } from '@/utils/domain/capture';
import type { JournalEvent } from '@/utils/domain/journal';
import { byTestId, expectDownload, press, waitForState } from '../harness/index.mjs';
import {
  BROWSERS,
  capture,
  createCase,
  openShopPage,
  readTable,
  type Session,
  startSession,
} from './session';

/** What the operative may choose besides the plain way. */
describe.each(BROWSERS)('choices of the operative in %s', (name) => {
  let session: Session;
  let casebook: Page;

  beforeAll(async () => {
    session = await startSession(name);
    casebook = await session.driven.openExtensionPage('casebook.html');
  });

  afterAll(async () => {
    await session?.end();
  });

  const newestCapture = async () =>
    (await readTable<Capture>(casebook, 'captures'))
      .sort((a, b) => a.startedAt.localeCompare(b.startedAt))
      .at(-1);
  const journalOf = async (caseId: string) =>
    (await readTable<JournalEvent>(casebook, 'journal')).filter((event) => event.case === caseId);

  it('draws the page instead of photographing it: no debugger, marked as rendered', async () => {
    await (await byTestId(casebook, 'open-settings')).click();
    await (await casebook.waitForSelector('[data-testid="picture-strategy-rendered"]'))?.click();
    const page = await openShopPage(session, '/watch');
    const { state, requests, noticed } = await capture(session, page);
    expect({ state, requests, resize: noticed.resize, mutations: noticed.mutations }).toEqual({
      state: 'done',
      requests: 0,
      resize: 0,
      mutations: 0,
    });
    const { id } = (await newestCapture()) ?? { id: '' };
    const files = (await readTable<StoredArtifact>(casebook, 'artifacts')).filter(
      (it) => it.captureId === id,
    );
    const pixels = Object.fromEntries(files.map((file) => [file.name, file.pixels]));
    expect(pixels).toMatchObject({ 'viewport.png': 'photographed', 'page-01.png': 'rendered' });
    await page.close();
    await casebook.bringToFront();
    await (await casebook.waitForSelector('[data-testid="picture-strategy-automatic"]'))?.click();
  });

  it('keeps to the time for a step that the settings name, within bounds', async () => {
    const field = await byTestId(casebook, 'step-limit');
    await field.click({ count: 3 });
    await field.type('1');
    await casebook.keyboard.press('Tab');
    await casebook.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[data-testid="step-limit"]')?.value === '5',
    );
    const page = await openShopPage(session, '/contacts');
    const popup = await session.driven.openPopup(page);
    const busy = page.evaluate(() => {
      for (const end = Date.now() + 11_000; Date.now() < end; );
    });
    // Thirty seconds would have been enough for a page that is busy for eleven; its photograph comes when it no longer is.
    expect(await press(popup, 'capture-page', 'capture-status')).toBe('done');
    await busy;
    expect((await newestCapture())?.failedSteps).toContain('dom');
    await page.close();
    await casebook.bringToFront();
    await field.click({ count: 3 });
    await field.type('30');
    await casebook.keyboard.press('Tab');
  });

  it('moves a capture out of the inbox into a case; both journals keep it', async () => {
    const page = await openShopPage(session, '/kk');
    const popup = await session.driven.openPopup(page);
    await createCase(popup, { title: 'Дело о ларьке' });
    await session.driven.closePopup();
    await casebook.bringToFront();
    await (await byTestId(casebook, 'inbox-row')).click();
    await (await byTestId(casebook, 'open-capture')).click();
    const select = await byTestId(casebook, 'move-capture');
    const [matter] = await readTable<{ id: string }>(casebook, 'cases');
    const moved = await newestCapture();
    await select.select(matter?.id ?? '');
    await casebook.waitForFunction(
      (caseId) =>
        new Promise((resolve) => {
          const open = indexedDB.open('osmotr');
          open.onsuccess = () => {
            const all = open.result.transaction('captures').objectStore('captures').getAll();
            all.onsuccess = () => {
              open.result.close();
              resolve(all.result.some((row) => row.caseId === caseId));
            };
          };
        }),
      { polling: 100 },
      matter?.id,
    );
    const facts = { capture: moved?.id, sha256: moved?.sha256 };
    const from = await journalOf('inbox');
    expect(from.at(-1)).toMatchObject({ kind: 'capture-moved-out', data: { ...facts, to: matter?.id } });
    const to = await journalOf(matter?.id ?? '');
    expect(to.at(-1)).toMatchObject({
      kind: 'capture-moved-in',
      data: { ...facts, from: 'inbox', number: 1 },
    });
    await page.close();
  });

  it('finishes an export whose popup was closed, and shows it when the popup opens again', async () => {
    const page = await openShopPage(session, '/uz');
    const popup = await session.driven.openPopup(page);
    const download = await expectDownload(session.driven.downloadDir);
    await (await byTestId(popup, 'export-case')).click();
    await waitForState(popup, 'export-status', ['working', 'done']);
    await session.driven.closePopup();
    expect(await download.file).toMatch(/\.zip$/);
    const again = await session.driven.openPopup(page);
    await waitForState(again, 'export-status', 'done');
    const [matter] = await readTable<{ id: string }>(casebook, 'cases');
    expect((await journalOf(matter?.id ?? '')).at(-1)?.kind).toBe('export-finished');
    await page.close();
  });

  it('speaks the language chosen, and remembers it', async () => {
    const page = await openShopPage(session, '/login');
    const popup = await session.driven.openPopup(page);
    const label = () => popup.$eval('[data-testid="capture-page"]', (button) => button.textContent ?? '');
    const spoken: string[] = [];
    for (const language of ['kk', 'uz', 'en', 'ru']) {
      const before = await label();
      await (await byTestId(popup, 'language-select')).select(language);
      await popup.waitForFunction(
        (text) => document.querySelector('[data-testid="capture-page"]')?.textContent !== text,
        { polling: 'mutation' },
        before,
      );
      spoken.push(await label());
    }
    expect(new Set(spoken).size).toBe(4);
    expect(spoken.at(-1)).toContain('Зафиксировать страницу');
    await (await byTestId(popup, 'language-select')).select('kk');
    await session.driven.closePopup();
    const again = await session.driven.openPopup(page);
    await again.waitForFunction(() => document.documentElement.lang === 'kk', { polling: 'mutation' });
    await page.close();
  });
});
