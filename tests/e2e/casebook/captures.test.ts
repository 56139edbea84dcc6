import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capture } from '@/utils/domain/capture';
import type { JournalEvent } from '@/utils/domain/journal';
import { verifyChain } from '@/utils/domain/journal-chain';
import type { WordsRow } from '@/utils/store/schema';
import { seedStore } from '../../fixtures/seeded-store/seed-store.mjs';
import { schemaFaults } from '../../tools/check-schema';
import { BROWSERS, readTable, type Session, startSession } from '../extension/session';
import { expectDownload } from '../harness/index.mjs';
import { attributesOf, click, waitFor } from '../indicators/page';

const HERE = 30;

/** A case of thirty captures in its list: pictures or table, filters, keys, several at once. */
describe.each(BROWSERS)('the captures of a case in %s', (name) => {
  let session: Session;
  let book: Page;
  let cases: { id: string; title: string }[];

  const shown = () =>
    book.$eval('[data-testid="capture-count"]', (it) => Number(it.getAttribute('data-shown')));
  const waitForShown = (count: number) =>
    waitFor(book, `[data-testid="capture-count"][data-shown="${count}"]`);
  const active = async () =>
    (await attributesOf(book, '[data-testid="capture-row"][data-active="true"]', ['capture']))[0]?.capture;
  const chosenCount = () =>
    book.$$eval('[data-testid="capture-selection"]', ([bar]) => Number(bar?.getAttribute('data-count') ?? 0));
  const capturesOf = async (caseId: string | undefined) =>
    (await readTable<Capture>(book, 'captures'))
      .filter((capture) => capture.caseId === caseId)
      .sort((a, b) => b.number - a.number);
  const journalOf = async (caseId: string | undefined) =>
    (await readTable<JournalEvent>(book, 'journal')).filter((event) => event.case === caseId);
  const setLayout = (layout: string) =>
    book.$eval(`input[value="${layout}"]`, (input) => (input as HTMLInputElement).click());
  const goTo = async (hash: string, selector: string) => {
    await book.evaluate((to) => {
      location.hash = to;
    }, hash);
    await waitFor(book, selector);
  };
  const open = (caseId: string | undefined) =>
    goTo(`#/case/${caseId}/captures`, '[data-testid="capture-grid"]');

  beforeAll(async () => {
    session = await startSession(name);
    book = await session.driven.openExtensionPage('casebook.html');
    await book.setViewport({ width: 1280, height: 800 });
    cases = await seedStore(book, { captures: 2 * HERE, cases: 2 });
    await open(cases[0]?.id);
  });

  afterAll(async () => {
    await session?.end();
  });

  it('the sample store is what captures leave: files by schema, journals that hold', async () => {
    const manifests = await book.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const asked = indexedDB.open('osmotr');
        asked.onsuccess = () => resolve(asked.result);
      });
      const rows = await new Promise<{ name: string; blob: Blob; deflated?: boolean }[]>((resolve) => {
        const asked = db.transaction('blobs').objectStore('blobs').getAll();
        asked.onsuccess = () => resolve(asked.result);
      });
      db.close();
      const plain = ({ blob, deflated }: { blob: Blob; deflated?: boolean }) =>
        deflated ? blob.stream().pipeThrough(new DecompressionStream('deflate-raw')) : blob.stream();
      return Promise.all(
        rows.filter((row) => row.name === 'capture.json').map((row) => new Response(plain(row)).text()),
      );
    });
    expect(manifests).toHaveLength(2 * HERE);
    expect(manifests.flatMap((text) => schemaFaults('capture', JSON.parse(text)))).toEqual([]);
    const journal = await journalOf(cases[1]?.id);
    expect(verifyChain(journal)).toMatchObject({ ok: true, count: 1 + 2 * HERE });
    expect(journal.flatMap((event) => schemaFaults('journal-event', event))).toEqual([]);
  });

  it('draws only what is near the window, as pictures and as a table', async () => {
    await waitFor(book, '[data-testid="capture-row"] img');
    expect(await shown()).toBe(HERE);
    for (const layout of ['gallery', 'table']) {
      await setLayout(layout);
      await waitFor(book, `[data-layout="${layout}"] [data-testid="capture-row"] img`);
      const drawn = await book.$$('[data-testid="capture-row"]');
      expect(drawn.length).toBeGreaterThan(5);
      expect(drawn.length).toBeLessThan(HERE);
    }
  });

  it('draws of long lists what is near and what has the focus, and each item says its place', async () => {
    const places = (list: string) =>
      book.$$eval(`${list} > li[aria-posinset]`, (items) => items.map((it) => it.ariaPosInSet));
    /** As who drags the scroll bar to its end: heights that were guessed move it. */
    const goToEnd = (list: string, last: number) =>
      book.waitForFunction(
        (all, place) => {
          const items = document.querySelector(all);
          items?.lastElementChild?.scrollIntoView({ block: 'end' });
          return items?.querySelector(`[aria-posinset="${place}"][aria-setsize="${place}"]`);
        },
        { polling: 'raf' },
        list,
        last,
      );

    await goTo('#/search', '[data-testid="search-box"]');
    await book.type('[data-testid="search-box"]', 'төлем');
    await waitFor(book, `[data-testid="search-results"][data-found="${2 * HERE}"]`);
    const results = '[data-testid="search-results"] > ul';
    await waitFor(book, `${results} mark`);
    expect((await places(results)).length).toBeLessThan(HERE);
    // From the box into the list, and on beyond what was drawn at first.
    await book.focus('[data-testid="search-box"]');
    const first = (await places(results)).length;
    const focusedPlace = () =>
      book.evaluate(() => document.activeElement?.closest('li[aria-posinset]')?.ariaPosInSet);
    for (let presses = 0; Number((await focusedPlace()) ?? 0) <= first; presses += 1) {
      expect(presses).toBeLessThan(10 * HERE);
      await book.keyboard.press('Tab');
    }
    const focused = await focusedPlace();
    await goToEnd(results, 2 * HERE);
    const drawn = await places(results);
    expect(drawn).not.toContain('1');
    expect(drawn.length).toBeLessThan(HERE);
    expect(drawn).toContain(focused);
    expect(await focusedPlace()).toBe(focused);

    await goTo(`#/case/${cases[0]?.id}/timeline`, '[data-testid="timeline-count"]');
    const timeline = '[data-testid="timeline"] > ul';
    const moments = Number((await attributesOf(book, '[data-testid="timeline-count"]', ['shown']))[0]?.shown);
    expect((await places(timeline)).length).toBeLessThan(moments);
    await goToEnd(timeline, moments);
    expect(await places(timeline)).not.toContain('1');

    await goTo('#/links', '[data-testid="link-graph"][data-ready="true"]');
    await click(book, '[data-testid="graph-only-shared"]');
    const side = '[data-testid="graph-side"] > ul:first-of-type';
    await book.waitForFunction(
      (list) => Number(document.querySelector(`${list} > li`)?.ariaSetSize) > 60,
      {},
      side,
    );
    const values = Number(await book.$eval(`${side} > li`, (it) => it.ariaSetSize));
    expect((await places(side)).length).toBeLessThan(values);
    await goToEnd(side, values);
    expect(await places(side)).not.toContain('1');
    await goTo(`#/case/${cases[0]?.id}/captures`, '[data-testid="capture-grid"]');
  });

  it('is moved through and opened by keys alone, and found again as it was left', async () => {
    const all = await capturesOf(cases[0]?.id);
    await setLayout('table');
    await book.focus('[data-testid="capture-grid"]');
    await book.keyboard.press('Home');
    await book.keyboard.press('ArrowDown');
    await book.keyboard.press('ArrowDown');
    await waitFor(book, `[data-testid="capture-preview"][data-capture="${all[2]?.id}"]`);
    expect(await active()).toBe(all[2]?.id);
    const named = await book.$eval('[data-testid="capture-grid"]', (grid) =>
      grid.ownerDocument
        .getElementById(grid.getAttribute('aria-activedescendant') ?? '')
        ?.getAttribute('data-capture'),
    );
    expect(named).toBe(all[2]?.id);
    await book.keyboard.press('End');
    await waitFor(book, `[data-capture="${all.at(-1)?.id}"][data-active="true"]`);
    await book.keyboard.press('Enter');
    await waitFor(book, '[data-testid="tab-text"]');
    expect(await book.evaluate(() => location.hash)).toBe(`#/capture/${all.at(-1)?.id}`);
    await book.evaluate(() => history.back());
    await waitFor(book, `[data-layout="table"] [data-capture="${all.at(-1)?.id}"][data-active="true"]`);
  });

  it('follows filters by words, site, day and indicator, and takes them off', async () => {
    const all = await capturesOf(cases[0]?.id);
    const [first] = all;
    // Also where a title was made to hurt and only the text has the words.
    await book.type('[data-testid="captures-search"]', 'ЗВЕЗДНАЯ соль');
    const ids = new Set(all.map(({ id }) => id));
    const holding = (await readTable<WordsRow>(book, 'words')).filter(
      ({ captureId, words }) =>
        ids.has(captureId) && words.includes('\nзвездная\n') && words.includes('\nсоль\n'),
    );
    expect(holding.length).toBeGreaterThan(all.filter(({ title }) => title.includes('звёздная соль')).length);
    await waitForShown(holding.length);
    await click(book, '[data-testid="captures-clear"]');
    await waitForShown(HERE);
    await book.select('[data-testid="captures-host"]', first?.host ?? '');
    await waitForShown(all.filter(({ host }) => host === first?.host).length);
    await book.select('[data-testid="captures-host"]', '');
    const day = first?.startedAt.slice(0, 10) ?? '';
    await book.select('[data-testid="captures-day"]', day);
    await waitForShown(all.filter(({ startedAt }) => startedAt.startsWith(day)).length);
    await click(book, '[data-testid="captures-clear"]');
    await book.type('[data-testid="captures-indicator"]', 'courier_sample_10007');
    await waitForShown(1);
    expect(await active()).toBe(all.find(({ number }) => number === 2)?.id);
    await book.type('[data-testid="captures-search"]', 'nothing like it');
    await waitForShown(0);
    await click(book, '[data-testid="captures-clear"]');
    await waitForShown(HERE);
  });

  it('sorts by what a column holds', async () => {
    await click(book, '[data-testid="sort-host"]');
    const hosts = (await capturesOf(cases[0]?.id)).map(({ host }) => host).sort();
    await waitFor(book, '[role="grid"] [role="columnheader"][aria-sort="ascending"] [data-sorted="true"]');
    const rowCount = await book.$eval('[role="grid"]', (grid) => grid.getAttribute('aria-rowcount'));
    expect(rowCount).toBe(String(hosts.length + 1));
    const [row] = await book.$$eval('[data-testid="capture-row"]', (rows) =>
      rows.map((it) => it.textContent ?? ''),
    );
    expect(row).toContain(hosts[0]?.slice(0, 12));
    await book.select('[data-testid="captures-sort"]', 'number true');
  });

  it('chooses several by clicks and keys, and tags them; the journal keeps each', async () => {
    const all = await capturesOf(cases[0]?.id);
    const row = (index: number) => `[data-testid="capture-row"][data-capture="${all[index]?.id}"]`;
    await waitFor(book, row(0));
    await book.click(`${row(0)} [data-testid="capture-pick"]`);
    await book.keyboard.down('Shift');
    await book.click(row(3));
    await book.keyboard.up('Shift');
    await waitFor(book, '[data-testid="capture-selection"][data-count="4"]');
    await book.focus('[data-testid="capture-grid"]');
    await book.keyboard.press(' ');
    await waitFor(book, '[data-testid="capture-selection"][data-count="3"]');
    await book.type('[data-testid="capture-selection"] [data-testid="tag-input"]', ' на  проверку');
    await click(book, '[data-testid="capture-selection"] [data-testid="tag-add"]');
    await waitFor(book, '[data-testid="capture-selection"] [data-tag="на проверку"]');
    await book.select('[data-testid="captures-tag"]', 'на проверку');
    await waitForShown(3);
    const tagged = (await journalOf(cases[0]?.id)).filter(({ kind }) => kind === 'capture-tagged');
    expect(tagged.map(({ data }) => [data.capture, data.tags, data.by])).toEqual(
      all.slice(0, 3).map(({ id }) => [id, ['на проверку'], 'Образцов О. О.']),
    );
    await click(book, '[data-testid="captures-clear"]');
    await book.focus('[data-testid="capture-grid"]');
    await book.keyboard.press('Escape');
    await waitFor(book, '[data-testid="capture-selection"]', { gone: true });
    expect(await chosenCount()).toBe(0);
  });

  it('exports what is chosen, and says that it is a part', async () => {
    const [, second] = await capturesOf(cases[0]?.id);
    await book.bringToFront();
    await book.click(`[data-capture="${second?.id}"] [data-testid="capture-pick"]`);
    const download = await expectDownload(session.driven.downloadDir);
    await click(book, '[data-testid="export-chosen"]');
    await download.file;
    await waitFor(book, '[data-testid="export-status"][data-state="done"]');
    const started = (await journalOf(cases[0]?.id)).find(({ kind }) => kind === 'export-started');
    expect(started?.data).toMatchObject({ captures: 1, of: HERE });
  });

  it('moves all that is shown to another case at once', async () => {
    const day = '2026-09-01';
    const moving = (await capturesOf(cases[0]?.id)).filter(({ startedAt }) => startedAt.startsWith(day));
    await book.select('[data-testid="captures-day"]', day);
    await waitForShown(moving.length);
    await book.focus('[data-testid="capture-grid"]');
    await book.keyboard.down('Control');
    await book.keyboard.press('KeyA');
    await book.keyboard.up('Control');
    await waitFor(book, `[data-testid="capture-selection"][data-count="${moving.length}"]`);
    await book.select('[data-testid="move-capture"]', cases[1]?.id ?? '');
    await waitFor(book, '[data-testid="capture-selection"]', { gone: true });
    expect(await capturesOf(cases[1]?.id)).toHaveLength(HERE + moving.length);
    const journal = await journalOf(cases[1]?.id);
    expect(verifyChain(journal).ok).toBe(true);
    expect(journal.filter(({ kind }) => kind === 'capture-moved-in')).toHaveLength(moving.length);
  });
});
