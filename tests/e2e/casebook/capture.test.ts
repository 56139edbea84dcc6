import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PictureRegion } from '@/utils/domain/annotation';
import type { Capture, StoredArtifact } from '@/utils/domain/capture';
import type { JournalEvent } from '@/utils/domain/journal';
import { seedStore } from '../../fixtures/seeded-store/seed-store.mjs';
import { BROWSERS, openShopPage, readTable, type Session, send, startSession } from '../extension/session';
import { expectDownload } from '../harness/index.mjs';
import { click, waitFor } from '../indicators/page';
import { hostilePage } from './hostile-page.mjs';

/** One capture: its pictures and what is marked on them, notes, and its stored page, which may be hostile. */
describe.each(BROWSERS)('a capture in %s', (name) => {
  let session: Session;
  let book: Page;
  let server: Server;
  let captures: Capture[];
  let caseId: string;
  const asked: string[] = [];
  let connections = 0;

  const open = async (index: number) => {
    await book.evaluate((to) => {
      location.hash = to;
    }, `#/capture/${captures[index]?.id}`);
    await waitFor(book, '[data-testid="picture-viewer"] img');
  };
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const journal = async () =>
    (await readTable<JournalEvent>(book, 'journal')).filter((event) => event.case === caseId);
  const widthOf = (selector: string) =>
    book.$eval(selector, (element) => element.getBoundingClientRect().width);

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('content-type', 'text/html');
      response.end(request.url === '/itself' ? hostilePage(origin()) : 'hostile');
    });
    server.on('connection', () => {
      connections += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    session = await startSession(name);
    book = await session.driven.openExtensionPage('casebook.html');
    await book.setViewport({ width: 1280, height: 800 });
    const [made] = await seedStore(book, { captures: 12, pageHtml: hostilePage(origin()) });
    caseId = made?.id ?? '';
    captures = (await readTable<Capture>(book, 'captures')).sort((a, b) => a.number - b.number);
  });

  afterAll(async () => {
    await session?.end();
    server?.close();
  });

  it('shows a hostile stored page, and reaches no network by it', async () => {
    await open(0);
    await click(book, '[data-testid="tab-snapshot"]');
    const element = await book.waitForSelector('[data-testid="snapshot"]');
    expect(await element?.evaluate((it) => it.getAttribute('sandbox'))).toBe('');
    const shown = await element?.evaluate((it) => (it as HTMLIFrameElement).srcdoc);
    expect(shown).toMatch(
      /^<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'/,
    );
    expect(shown).toContain('in the shadow');
    // Firefox gives a driver no way into a frame without permissions.
    if (name === 'chromium') {
      const frame = await element?.contentFrame();
      await frame?.waitForSelector('[data-testid="hostile"]');
      const inShadow = await frame?.evaluate(() => document.querySelector('#host')?.shadowRoot?.textContent);
      expect(inShadow).toContain('in the shadow');
    }
    // Another page is asked for and shown in the meantime: more than enough for the frame to ask, too.
    await (await openShopPage(session, '/')).close();
    expect({ asked, connections }).toEqual({ asked: [], connections: 0 });
    expect(await book.evaluate(() => location.protocol)).toMatch(/extension:$/);
  });

  it('would have been reached: the same page by itself asks for much', async () => {
    const itself = await book.browser().newPage();
    await itself.goto(`${origin()}/itself`, { waitUntil: 'domcontentloaded' });
    await expect.poll(() => new Set(asked).size, { timeout: 20_000 }).toBeGreaterThan(8);
    await itself.close();
    await book.bringToFront();
  });

  it('joins the tiles of a page, zooms and fits them', async () => {
    await open(11);
    await book.select('[data-testid="picture-select"]', '*');
    await waitFor(book, '[data-picture="page-02.png"] img');
    const sheets = await book.$$eval('[data-picture]', (all) =>
      all.map((sheet) => [sheet.getAttribute('data-picture'), sheet.getBoundingClientRect().toJSON()]),
    );
    expect(sheets.map(([file]) => file)).toEqual(['page-01.png', 'page-02.png']);
    const [top, bottom] = sheets.map(([, box]) => box as DOMRect);
    expect(bottom?.top).toBeCloseTo(top?.bottom ?? 0, 0);
    const fitted = await widthOf('[data-picture="page-01.png"]');
    await click(book, '[data-testid="zoom-actual"]');
    await book.waitForFunction(
      (before) => {
        const width = document.querySelector('[data-picture="page-01.png"]')?.getBoundingClientRect().width;
        return width !== before && Math.abs((width ?? 0) * devicePixelRatio - 1280) < 2;
      },
      { polling: 'mutation' },
      fitted,
    );
    await click(book, '[data-testid="zoom-fit"]');
    await book.waitForFunction(
      (before) =>
        document.querySelector('[data-picture="page-01.png"]')?.getBoundingClientRect().width === before,
      { polling: 'mutation' },
      fitted,
    );
  });

  it('marks a region beside the picture, in its pixels, and shows it again', async () => {
    await open(11);
    await book.select('[data-testid="picture-select"]', 'viewport.png');
    await waitFor(book, '[data-picture="viewport.png"] img');
    const before = await readTable<StoredArtifact>(book, 'artifacts');
    await click(book, '[data-testid="mark-region"]');
    await book.type('[data-testid="region-caption"]', 'Адрес <b>кошелька</b>');
    const box = await book.$eval('[data-picture="viewport.png"]', (it) =>
      it.getBoundingClientRect().toJSON(),
    );
    const scale = 1280 / box.width;
    await book.mouse.move(box.x + 30, box.y + 40);
    await book.mouse.down();
    await book.mouse.move(box.x + 130, box.y + 90, { steps: 3 });
    await book.mouse.up();
    await click(book, '[data-testid="region-save"]');
    await waitFor(book, '[data-testid="region"]');
    const [region] = await readTable<PictureRegion>(book, 'regions');
    expect(region).toMatchObject({ file: 'viewport.png', caption: 'Адрес <b>кошелька</b>' });
    const drawn = { x: 30 * scale, y: 40 * scale, width: 100 * scale, height: 50 * scale };
    for (const edge of ['x', 'y', 'width', 'height'] as const) {
      expect(Math.abs((region?.[edge] ?? Number.NaN) - drawn[edge])).toBeLessThan(6);
    }
    expect(await readTable<StoredArtifact>(book, 'artifacts')).toEqual(before);
    expect((await journal()).at(-1)).toMatchObject({
      kind: 'region-marked',
      data: { region: region?.id, x: region?.x, caption: 'Адрес <b>кошелька</b>', by: 'Образцов О. О.' },
    });
    // Numbered over all pictures, as in the list and in a bundle.
    const second = { file: 'page-01.png', caption: 'Цена', x: 10, y: 10, width: 50, height: 50 };
    await send(book, 'markRegion', { captureId: captures[11]?.id, ...second });
    await book.select('[data-testid="picture-select"]', 'page-01.png');
    await waitFor(book, '[data-picture="page-01.png"] [data-testid="region"]');
    expect(await book.$eval('[data-testid="region"]', (it) => it.textContent)).toBe('2');
    const added = (await readTable<PictureRegion>(book, 'regions')).find(({ file }) => file === second.file);
    await send(book, 'removeRegion', { captureId: captures[11]?.id, regionId: added?.id });
    await click(book, '[data-testid="tab-notes"]');
    await click(book, '[data-testid="region-show"]');
    await waitFor(book, '[data-picture="viewport.png"] [data-testid="picture-place"]');
    await click(book, '[data-testid="region-remove"]');
    await waitFor(book, '[data-testid="region"]', { gone: true });
    expect((await journal()).at(-1)).toMatchObject({ kind: 'region-removed', data: { region: region?.id } });
  });

  it('saves a file whose bytes have the hash that its row shows', async () => {
    await open(11);
    await click(book, '[data-testid="tab-files"]');
    const row = '[data-testid="file-row"][data-name="page.html"]';
    await waitFor(book, row);
    const shown = await book.$eval(`${row} .osmotr-mono[data-sha256]`, (it) => it.textContent ?? '');
    const download = await expectDownload(session.driven.downloadDir, 60_000, '.html');
    await click(book, `${row} [data-testid="save-file"]`);
    const bytes = readFileSync(await download.file);
    expect(bytes.length).toBeGreaterThan(1_000);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(shown.replaceAll(' ', ''));
  });

  it('adds notes and corrections, and changes none', async () => {
    await open(11);
    await click(book, '[data-testid="tab-notes"]');
    // Who comes back finds the tab that was left.
    await click(book, '[data-testid="open-search"]');
    await waitFor(book, '[data-testid="search-box"]');
    await book.goBack();
    await waitFor(book, '[data-testid="note-text"]');
    await book.type('[data-testid="note-text"]', 'Цена в тенге');
    await click(book, '[data-testid="note-add"]');
    await waitFor(book, '[data-testid="note"]');
    await click(book, '[data-testid="correct-note"]');
    await book.type('[data-testid="note-text"]', 'Цена в сумах');
    await click(book, '[data-testid="note-add"]');
    await waitFor(book, '[data-testid="note"][data-corrected="true"]');
    const shown = await book.$$eval('[data-testid="note"]', (all) => all.map((it) => it.textContent ?? ''));
    expect(shown.map((text) => /Цена в \S{5}/.exec(text)?.[0])).toEqual(['Цена в тенге', 'Цена в сумах']);
    const added = (await journal()).filter(({ kind }) => kind === 'note-added').map(({ data }) => data);
    expect(added).toMatchObject([
      { text: 'Цена в тенге', corrects: null },
      { text: 'Цена в сумах', corrects: added[0]?.note },
    ]);
  });

  it('leaves the navigation standing when a screen breaks', async () => {
    const change = (how: 'put' | 'delete', row: object | string) =>
      book.evaluate(
        async (method, value) => {
          const asked = indexedDB.open('osmotr');
          await new Promise((resolve) => {
            asked.onsuccess = resolve;
          });
          const write = asked.result.transaction('captures', 'readwrite');
          write.objectStore('captures')[method](value as string);
          await new Promise((resolve) => {
            write.oncomplete = resolve;
          });
          asked.result.close();
        },
        how,
        row,
      );
    // Of a version that nobody has written yet.
    await change('put', { id: 'broken', caseId: 'elsewhere' });
    await book.evaluate(() => {
      location.hash = '#/capture/broken';
    });
    await waitFor(book, 'main [role="alert"] pre');
    await click(book, '[data-testid="open-search"]');
    await waitFor(book, '[data-testid="search-box"]');
    await change('delete', 'broken');
  });

  it('shows hostile titles as text, unseen characters named, long ones cut with a way to see all', async () => {
    await open(3);
    const heading = () => book.$eval('main header', (it) => it.textContent ?? '');
    expect(await heading()).toContain('U+202E');
    await open(9);
    expect(await heading()).toContain('<img src=x onerror=alert(1)>');
    await open(7);
    expect((await heading()).length).toBeLessThan(1_500);
    await click(book, 'main header [data-testid="show-all"]');
    expect((await heading()).length).toBeGreaterThan(9_900);
  });
});
