import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedStore } from '../../fixtures/seeded-store/seed-store.mjs';
import { BROWSERS, type Session, startSession } from '../extension/session';
import { expectDownload } from '../harness/index.mjs';
import { attributesOf, click, waitFor } from '../indicators/page';

describe.each(BROWSERS)('links and time in %s', (name) => {
  let session: Session;
  let book: Page;
  let caseId: string;

  beforeAll(async () => {
    session = await startSession(name);
    book = await session.driven.openExtensionPage('casebook.html');
    caseId = (await seedStore(book, { captures: 24, cases: 2 }))[0]?.id ?? '';
  });
  afterAll(() => session.end());

  const open = async (hash: string, selector: string) => {
    await book.evaluate((next) => {
      location.hash = next;
    }, hash);
    await waitFor(book, selector);
  };
  const drawn = () => waitFor(book, '[data-testid="link-graph"][data-ready="true"]');
  const nodes = async () =>
    Number((await attributesOf(book, '[data-testid="link-graph"]', ['nodes']))[0]?.nodes);

  const save = async (button: string, ending: string) => {
    const download = await expectDownload(session.driven.downloadDir, 60_000, ending);
    await click(book, button);
    return readFileSync(await download.file);
  };

  it('draws which sites share identifiers, and says the same in a list', async () => {
    await open(`#/case/${caseId}/links`, '[data-testid="link-graph"]');
    await drawn();
    const shared = await book.$$eval('[data-testid="graph-indicator"]', (items) =>
      items.map((it) => it.textContent),
    );
    const hosts = await book.$$('[data-testid="graph-host"]');
    expect(hosts).toHaveLength(12);
    expect(shared.length).toBeGreaterThan(5);
    expect(await nodes()).toBe(hosts.length + shared.length);
    const isPainted = await book.$$eval('[data-testid="link-graph"] canvas', (canvases) =>
      canvases.some((canvas) => {
        const { width, height } = canvas;
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
        return pixels.some((value, index) => index % 4 === 3 && value > 0);
      }),
    );
    expect(isPainted).toBe(true);
  });

  it('shows who holds a picked value, unfolds a site into its pages, and leads to the capture', async () => {
    await click(book, '[data-testid="graph-indicator"]');
    await waitFor(book, '[data-testid="graph-picked"]');
    expect((await book.$$('[data-testid="graph-capture"]')).length).toBeGreaterThan(1);
    await click(book, '[data-testid="graph-back"]');
    const before = await nodes();
    await click(book, '[data-testid="graph-host"]');
    await click(book, '[data-testid="graph-expand"]');
    await waitFor(book, `[data-testid="link-graph"]:not([data-nodes="${before}"])`);
    const pages = (await book.$$('[data-testid="graph-capture"]')).length;
    expect(await nodes()).toBe(before + pages);
    await click(book, '[data-testid="graph-capture"]');
    await book.waitForFunction(() => location.hash.startsWith('#/capture/'));
  });

  it('filters by family and shows what is not shared too', async () => {
    await open(`#/case/${caseId}/links`, '[data-testid="link-graph"]');
    const shared = await nodes();
    await click(book, '[data-testid="graph-only-shared"]');
    await waitFor(book, `[data-testid="link-graph"]:not([data-nodes="${shared}"])`);
    const all = await nodes();
    expect(all).toBeGreaterThan(shared);
    await book.$eval('[data-testid="graph-family-telegram"]', (it) => (it as HTMLInputElement).click());
    await waitFor(book, `[data-testid="link-graph"]:not([data-nodes="${all}"])`);
    const left = await nodes();
    expect(left).toBeLessThan(all);
    await open('#/search', '[data-testid="search-box"]');
    await open(`#/case/${caseId}/links`, `[data-testid="link-graph"][data-nodes="${left}"]`);
  });

  it('saves the graph as GraphML and as a picture', async () => {
    await drawn();
    const xml = await save('[data-testid="graph-graphml"]', '.graphml');
    expect(xml.toString()).toContain('<graphml xmlns="http://graphml.graphdrawing.org/xmlns">');
    const png = await save('[data-testid="graph-png"]', '.png');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  });

  it('lays the same graph out in another way, and back, no larger than before', async () => {
    const before = await nodes();
    const area = async () => {
      const png = await save('[data-testid="graph-png"]', '.png');
      return png.readUInt32BE(16) * png.readUInt32BE(20);
    };
    const small = await area();
    /** Changes as soon as nodes stand elsewhere. */
    const painted = () =>
      book.$$eval('[data-testid="link-graph"] canvas', (all) => all.map((it) => it.toDataURL()).join());
    for (const layout of ['circles', 'links']) {
      const old = await painted();
      await book.$eval(`[data-testid="graph-layout"] input[value="${layout}"]`, (it) =>
        (it as HTMLInputElement).click(),
      );
      await expect.poll(painted, { timeout: 20_000 }).not.toBe(old);
    }
    expect(await nodes()).toBe(before);
    expect((await area()) / small).toBeLessThan(2);
  });

  it('joins the sites of all cases', async () => {
    await click(book, '[data-testid="open-links"]');
    await waitFor(book, 'a[data-testid="open-links"][aria-current="page"]');
    await drawn();
    expect(await book.$$('[data-testid="graph-host"]')).toHaveLength(12);
  });

  it('puts captures and journal on one axis, zooms to a group, and opens a capture from it', async () => {
    await open(`#/case/${caseId}/timeline`, '[data-testid="timeline-count"]');
    const count = async () =>
      Number((await attributesOf(book, '[data-testid="timeline-count"]', ['shown']))[0]?.shown);
    const all = await count();
    await click(book, '[data-testid="timeline-capture-mark"]');
    await book.waitForFunction(
      (before) =>
        Number(document.querySelector<HTMLElement>('[data-testid="timeline-count"]')?.dataset.shown) < before,
      { polling: 'mutation' },
      all,
    );
    const zoomed = await count();
    expect(zoomed).toBeGreaterThan(0);
    await open('#/search', '[data-testid="search-box"]');
    await open(`#/case/${caseId}/timeline`, `[data-testid="timeline-count"][data-shown="${zoomed}"]`);
    const about = await book.$eval('[data-testid="timeline-about"]', (link) => link.getAttribute('href'));
    expect(about).toMatch(/^#\/capture\/[\w-]+$/);
    await click(book, '[data-testid="timeline-all"]');
    await waitFor(book, `[data-testid="timeline-count"][data-shown="${all}"]`);
    await click(book, '[data-testid="timeline-item"]');
    await book.waitForFunction(() => location.hash.startsWith('#/capture/'));
  });
});
