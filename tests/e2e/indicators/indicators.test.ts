import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capture } from '@/utils/domain/capture';
import type { JournalEvent } from '@/utils/domain/journal';
import { startMarket } from '../../fixtures/indicators/market';
import { TELEGRAM, WALLET } from '../../fixtures/shop/identities.mjs';
import { pullTrigger } from '../extension/pull-trigger';
import {
  BROWSERS,
  capture,
  createCase,
  openShopPage,
  readStoredText,
  readTable,
  type Session,
  startSession,
} from '../extension/session';
import { byTestId } from '../harness/index.mjs';
import { attributesOf, buttonOf, click, rows, waitFor } from './page';

const BTC = WALLET.btcMain ?? '';
const BOT = TELEGRAM.bot ?? '';

/** What an investigator does with indicators, from the popup to the place on the picture. */
describe.each(BROWSERS)('indicators in %s', (name) => {
  let session: Session;
  let book: Page;
  let page: Page | undefined;
  const wallet = `[data-testid="indicator-row"][data-value="${BTC}"]`;

  /** No other tab has the same address, nor its button. */
  const openOnly = async (path: string): Promise<Page> => {
    await session.driven.closePopup();
    await page?.close();
    return openShopPage(session, path);
  };
  const captureIn = async (path: string, title?: string): Promise<Page> => {
    page = await openOnly(path);
    if (title) await createCase(await session.driven.openPopup(page), { title, name: 'А. Ким' });
    const { state, popup } = await capture(session, page);
    expect(state).toBe('done');
    await waitFor(popup, '[data-testid="found-indicator"]');
    return popup;
  };
  const casesOf = async (title: string) =>
    (await readTable<{ id: string; title: string }>(book, 'cases')).find((one) => one.title === title)?.id ??
    '';
  const open = async (hash: string, selector: string) => {
    await book.bringToFront();
    await book.evaluate((to) => {
      location.hash = to;
    }, hash);
    await waitFor(book, selector);
  };
  const journalOf = async (caseId: string) =>
    (await readTable<JournalEvent>(book, 'journal')).filter((event) => event.case === caseId);
  const journalKinds = async (caseId: string) => (await journalOf(caseId)).map(({ kind }) => kind);

  beforeAll(async () => {
    session = await startSession(name);
    book = await session.driven.openExtensionPage('casebook.html');
  });

  afterAll(async () => {
    await session?.end();
  });

  it('keeps a watch-list in the settings', async () => {
    await open('#/settings', '[data-testid="watch-add"]');
    await (await byTestId(book, 'watch-pattern'))?.type('ab');
    await click(book, '[data-testid="watch-add"]');
    await waitFor(book, '[role="alert"]');
    expect(await readTable(book, 'watches')).toEqual([]);
    await (await byTestId(book, 'watch-pattern'))?.type(`*${BTC.slice(4, 16)}`);
    await (await byTestId(book, 'watch-note'))?.type('касса');
    await click(book, '[data-testid="watch-add"]');
    const removable = `ab*${BTC.slice(4, 16)}`;
    await waitFor(book, `[data-testid="watch-row"][data-pattern="${removable}"]`);
    await click(book, '[data-testid="watch-remove"]');
    await waitFor(book, '[data-testid="watch-row"]', { gone: true });
    await (await byTestId(book, 'watch-pattern'))?.type(`${BTC.slice(0, 6).toUpperCase()}*`);
    await (await byTestId(book, 'watch-note'))?.type('касса');
    await click(book, '[data-testid="watch-add"]');
    await waitFor(book, '[data-testid="watch-row"][data-matches="0"]');
  });

  it('marks in the popup what is new in the case, by family, and tells what is watched first', async () => {
    const first = await captureIn('/', 'Лунная лавка');
    const before = await attributesOf(first, '[data-testid="found-indicator"]', ['value', 'new']);
    expect(before).toContainEqual({ value: BOT, new: 'true' });
    expect(await first.$('[data-testid="watch-alert"]')).toBeNull();

    const second = await captureIn('/payment');
    const after = await attributesOf(second, '[data-testid="found-indicator"]', ['value', 'new']);
    expect(after).toContainEqual({ value: BOT, new: 'false' });
    expect(after).toContainEqual({ value: BTC, new: 'true' });
    const families = await attributesOf(second, '[data-testid="indicator-family"]', ['family']);
    const order = families.map(({ family }) => family);
    expect(order.slice(0, 3)).toEqual(['wallets', 'telegram', 'finance']);
    const result = await second.evaluate(() => {
      const alert = document.querySelector('[data-testid="watch-alert"]');
      const found = document.querySelector('[data-testid="found-indicator"]');
      return {
        role: alert?.querySelector('[role="alert"]') !== null,
        text: alert?.textContent ?? '',
        isFirst: alert && found ? Boolean(alert.compareDocumentPosition(found) & 4) : false,
      };
    });
    expect(result).toMatchObject({ role: true, isFirst: true });
    expect(result.text).toContain(BTC);
    expect(result.text).toContain('касса');
  });

  it('lists them over all captures of the case, to filter, sort and search', async () => {
    await captureIn('/payment', 'Второе дело');
    const caseId = await casesOf('Лунная лавка');
    await open(`#/case/${caseId}/captures`, '[data-testid="capture-row"]');
    expect(await book.$$('[data-testid="capture-row"] [data-testid="watch-badge"]')).toHaveLength(1);
    await click(book, '[data-testid="tab-indicators"]');
    await waitFor(book, `${wallet}`);
    const all = await rows(book);
    expect(all.length).toBeGreaterThan(5);

    await book.select('[data-testid="filter-type"]', 'family:wallets');
    const wallets = await rows(book);
    expect(wallets.map(({ value }) => value)).toContain(BTC);
    expect(wallets.map(({ type }) => type)).not.toContain('telegram-bot');
    await book.select('[data-testid="filter-type"]', '');

    await click(book, '[data-testid="sort-captures"]');
    await click(book, '[data-testid="sort-captures"]');
    expect((await rows(book))[0]?.captures).toBe('2');
    await click(book, '[data-testid="sort-captures"]');
    expect((await rows(book))[0]?.captures).toBe('1');

    await click(book, '[data-testid="filter-new"]');
    const fresh = (await rows(book)).map(({ value }) => value);
    expect(fresh).toContain(BTC);
    expect(fresh).not.toContain(BOT);
    await click(book, '[data-testid="filter-new"]');

    await (await byTestId(book, 'indicator-search'))?.type(BOT.slice(0, 6).toUpperCase());
    expect((await rows(book)).every(({ value }) => value.includes(BOT.slice(0, 6)))).toBe(true);
    await (await byTestId(book, 'indicator-search'))?.press('Escape');
  });

  it('says which other cases have the same value', async () => {
    await open(`#/case/${await casesOf('Второе дело')}/indicators`, wallet);
    await book.waitForFunction(
      (selector) => document.querySelector(selector)?.textContent?.includes('Лунная лавка'),
      { polling: 'mutation' },
      wallet,
    );
  });

  it('marks one as irrelevant, with a reason in the journal, and takes the mark off', async () => {
    const caseId = await casesOf('Лунная лавка');
    await open(`#/case/${caseId}/indicators`, wallet);
    await click(book, `${wallet} [data-testid="mark-indicator"]`);
    expect(await book.$eval('[data-testid="mark-save"]', (it) => (it as HTMLButtonElement).disabled)).toBe(
      true,
    );
    await (await byTestId(book, 'mark-reason'))?.type('кошелёк счётчика');
    await click(book, '[data-testid="mark-save"]');
    const marked = `${wallet}[data-marked="true"]`;
    await waitFor(book, marked);
    const line = await book.$eval(marked, (row) =>
      [...row.querySelectorAll('span')].map((it) => getComputedStyle(it).textDecorationLine),
    );
    expect(line).toContain('line-through');
    expect((await journalOf(caseId)).at(-1)).toMatchObject({
      kind: 'indicator-marked',
      data: { type: 'btc', value: BTC, reason: 'кошелёк счётчика' },
    });
    await click(book, '[data-testid="filter-irrelevant"]');
    await waitFor(book, marked, { gone: true });
    await click(book, '[data-testid="filter-irrelevant"]');
    await waitFor(book, marked);
    await click(book, `${wallet} [data-testid="unmark-indicator"]`);
    await waitFor(book, `${wallet}[data-marked="false"]`);
    expect((await journalKinds(caseId)).at(-1)).toBe('indicator-unmarked');
  });

  it('takes one that a person saw, with who and why', async () => {
    const caseId = await casesOf('Лунная лавка');
    await open(`#/case/${caseId}/indicators`, wallet);
    await click(book, '[data-testid="add-indicator"]');
    await book.select('[data-testid="add-type"]', 'telegram-channel-or-user');
    await (await byTestId(book, 'add-value'))?.type('https://t.me/Handwritten_Shop');
    await (await byTestId(book, 'add-reason'))?.type('на фотографии вывески');
    await click(book, '[data-testid="add-save"]');
    await waitFor(book, '[data-testid="indicator-row"][data-value="handwritten_shop"]');
    expect((await journalOf(caseId)).at(-1)).toMatchObject({
      kind: 'indicator-added',
      data: { value: 'handwritten_shop', reason: 'на фотографии вывески' },
    });
    await click(book, '[data-value="handwritten_shop"] [data-testid="unfold-row"]');
    await waitFor(book, '[data-testid="manual-note"]');
  });

  it('opens the text at a sighting, and frames its place on the picture', async () => {
    const caseId = await casesOf('Лунная лавка');
    await open(`#/case/${caseId}/indicators`, wallet);
    await click(book, `${wallet} [data-testid="unfold-row"]`);
    await click(book, '[data-testid="sighting"][data-origin="text"] [data-testid="open-sighting"]');
    await waitFor(book, '[data-testid="capture-text"] mark[data-focus="true"]');
    const hash = await book.evaluate(() => location.hash);
    const [, captureId, start, end] = /^#\/capture\/([\w-]+)\/(\d+)-(\d+)$/.exec(hash) ?? [];
    const text = await readStoredText(book, captureId ?? '', 'text.txt');
    const raw = text.slice(Number(start), Number(end));
    expect(raw).toBe(BTC);
    expect(await focused(book)).toEqual({ text: raw, isInView: true });
    await waitFor(book, '[data-testid="picture-place"]');
    expect(await isInView(book, '[data-testid="picture-place"]')).toBe(true);
  });

  it('shows pictures and indicators beside each other, and highlights by a click there', async () => {
    const [last] = (await readTable<Capture>(book, 'captures')).filter(({ url }) => url.endsWith('/payment'));
    await book.setViewport({ width: 1280, height: 800 });
    await open(`#/capture/${last?.id}`, wallet);
    await waitFor(book, 'img');
    const boxes = await book.evaluate(
      (selectors) => selectors.map((it) => document.querySelector(it)?.getBoundingClientRect().toJSON()),
      ['img', '[data-testid="indicator-row"]'],
    );
    const [picture, row] = boxes as DOMRect[];
    expect(row?.left).toBeGreaterThanOrEqual(picture?.right ?? Number.NaN);
    expect(row?.top).toBeLessThan(800);
    await click(book, `${wallet} [data-testid="unfold-sightings"]`);
    await click(book, `${wallet} [data-testid="open-sighting"]`);
    await waitFor(book, '[data-testid="capture-text"] mark[data-focus="true"]');
    expect(await focused(book)).toEqual({ text: BTC, isInView: true });
  });

  it('keeps a page of 300 identifiers readable: families folded, all of them to search', async () => {
    const market = await startMarket();
    await session.driven.closePopup();
    await page?.close();
    page = await session.driven.browser.newPage();
    await page.goto(market.address, { waitUntil: 'load' });
    await createCase(await session.driven.openPopup(page), { title: 'Каталог', name: 'А. Ким' });
    const { state, popup } = await capture(session, page);
    await market.close();
    expect(state).toBe('done');
    await waitFor(popup, '[data-testid="found-indicator"]');
    const families = await attributesOf(popup, '[data-testid="indicator-family"]', ['family', 'count']);
    expect(families).toContainEqual({ family: 'wallets', count: '90' });
    expect(await popup.$$('[data-family="wallets"] [data-testid="found-indicator"]')).toHaveLength(8);
    await click(popup, '[data-family="wallets"] [data-testid="show-family"]');
    expect(await popup.$$('[data-family="wallets"] [data-testid="found-indicator"]')).toHaveLength(90);

    await open(`#/case/${await casesOf('Каталог')}/indicators`, '[data-testid="indicator-row"]');
    await (await byTestId(book, 'indicator-search'))?.type('ref15');
    await waitFor(book, '[data-testid="indicator-count"][data-shown="1"]');
    expect(await rows(book)).toMatchObject([{ type: 'telegram-bot', value: 'sample_market_15_bot' }]);
    await (await byTestId(book, 'indicator-search'))?.press('Escape');
  });

  it('says a match on the toolbar button, without the colour too', async () => {
    page = await openOnly('/payment');
    const url = page.url();
    await page.bringToFront();
    await pullTrigger(session, 'shortcut', page);
    await expect.poll(async () => (await buttonOf(book, url)).text, { timeout: 60_000 }).toMatch(/!$/);
    const { text, title, color } = await buttonOf(book, url);
    expect(text).toMatch(/^\d+\+?!$/);
    expect(color).toEqual(RED);
    expect(title).toContain(`${BTC.slice(0, 6).toUpperCase()}*`);
    await open('#/settings', '[data-testid="watch-row"][data-matches="3"]');
  });
});

const RED = [201, 42, 42, 255];

const isInView = (page: Page, selector: string) =>
  page.$eval(selector, (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

async function focused(page: Page) {
  const text = await page.$$eval('mark[data-focus="true"]', (marks) =>
    marks.map(({ textContent }) => textContent).join(''),
  );
  return { text, isInView: await isInView(page, 'mark[data-focus="true"]') };
}
