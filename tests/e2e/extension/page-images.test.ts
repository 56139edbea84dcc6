import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureManifest } from '@/utils/domain/capture';
import type { Indicator } from '@/utils/domain/indicator';
import {
  BAR_ROWS,
  BARS,
  barsPage,
  chatPage,
  FEED_ROWS,
  FRAME,
  FRAMED_ROWS,
  feedPage,
  framedFrame,
  framedPanesPage,
  framedRows,
  framesPage,
  MESSAGES,
  messageHeight,
  overflowingPage,
  shortPage,
} from '../../fixtures/pictures/pages';
import { ROW, rowColour, rowsPage } from '../../fixtures/pictures/rows';
import { type PictureServer, startPictureServer } from '../../fixtures/pictures/server';
import { WALLET } from '../../fixtures/shop/identities.mjs';
import { gradientPng } from '../../fixtures/torture/pictures';
import { byTestId, press } from '../harness/index.mjs';
import { captureBy, openPage, readManifest, readText, setSetting } from './pictures';
import { joinRuns, type Run, readColumns } from './pixels';
import { BROWSERS, readTable, type Session, startSession } from './session';

/** The pictures below the fold by each strategy: what is on them, what is said not to be, what the page noticed. */
describe.each(BROWSERS)('pictures of the whole page in %s', (name) => {
  let session: Session;
  let server: PictureServer;
  let reader: Page;

  beforeAll(async () => {
    session = await startSession(name);
    server = await startPictureServer((path, other) => {
      if (path.startsWith('/lazy-')) return gradientPng(90, 90, [20, 130, 20]);
      if (path.startsWith('/frame?') || path === '/frame') return FRAME;
      const pages: Record<string, () => string> = {
        '/bars': barsPage,
        '/feed': feedPage,
        '/chat': () => chatPage(String(WALLET.btcMain)),
        '/frames': () => framesPage(other),
        '/framed': () => framedPanesPage(other),
        '/framed-rows': framedRows,
        '/framed-frame': framedFrame,
        '/tall': () => rowsPage(600),
        '/short': shortPage,
        '/higher': () => overflowingPage('height:3000px', true),
        '/wider': () => overflowingPage('width:3000px;height:9px', false),
      };
      return pages[path]?.() ?? null;
    });
    reader = await session.driven.openExtensionPage('casebook.html');
  });

  afterAll(async () => {
    await session?.end();
    await server?.close();
  });

  const colour = (index: number) => `${rowColour(index).join(',')},255`;
  const namesOf = (manifest: CaptureManifest, pattern: RegExp) =>
    manifest.artifacts.map((it) => it.name).filter((it) => pattern.test(it));
  const seenBy = (page: Page) =>
    page.evaluate(() => ({ ...(window as unknown as { seen: Record<string, number> }).seen }));
  const runsOf = async (id: string, manifest: CaptureManifest, pattern: RegExp, x: number) =>
    joinRuns(await readColumns(reader, id, namesOf(manifest, pattern), x));

  it('takes a page of 60,000 px in tiles of at most 8,000', async () => {
    const { page, tabId } = await openPage(session, reader, `${server.origin}/tall`);
    const { id, manifest } = await captureBy(reader, tabId);
    const tiles = manifest.artifacts.filter((it) => it.name.startsWith('page-'));
    expect(tiles.map(({ height }) => height)).toEqual([...Array(7).fill(8_000), 4_000]);
    const runs = await runsOf(id, manifest, /^page-/, 3);
    expect(runs).toEqual(Array.from({ length: 600 }, (_, row) => ({ rgba: colour(row), length: ROW })));
    await page.close();
  });

  it('leaves a page alone that the window shows whole', async () => {
    const { page, tabId } = await openPage(session, reader, `${server.origin}/short`);
    const before = await seenBy(page);
    const { manifest } = await captureBy(reader, tabId);
    const step = manifest.steps.find(({ name: it }) => it === 'page-images');
    expect(step).toMatchObject({ outcome: 'skipped', reason: 'page-fits-window' });
    expect(namesOf(manifest, /^(page-\d|viewport)/)).toEqual(['viewport.png']);
    const nothing = { mutations: 0, scrolls: 0, resizes: 0, focusChanges: 0 };
    expect(manifest.observer).toMatchObject({ resized: false, scrolled: false, seen: { value: nothing } });
    expect(await seenBy(page)).toEqual(before);
    await page.close();
  });

  it.each(['/higher', '/wider'])('takes what lies out of the window: %s', async (path) => {
    const { page, tabId } = await openPage(session, reader, `${server.origin}${path}`);
    const { id, manifest } = await captureBy(reader, tabId);
    const [tile] = manifest.artifacts.filter((it) => it.name === 'page-01.png');
    const isHigher = path === '/higher';
    expect(isHigher ? tile?.height : tile?.width).toBeGreaterThanOrEqual(3_000);
    if (isHigher) {
      const red = (await runsOf(id, manifest, /^page-/, 20)).find(({ rgba }) => rgba === '250,0,0,255');
      expect(red?.length).toBe(3_000);
    }
    await page.close();
  });

  it('scrolls like a reader: no bar twice, no row lost, lazy pictures there, position put back', async () => {
    await setSetting(reader, 'pictureStrategy', 'scrolled');
    const { page, tabId } = await openPage(session, reader, `${server.origin}/bars`);
    await page.evaluate(() => scrollTo({ top: 1_234, behavior: 'instant' }));
    const before = await seenBy(page);
    const { id, manifest } = await captureBy(reader, tabId);
    const after = await seenBy(page);
    expect(manifest.pictures).toBe('scrolled');
    expect(manifest.observer).toMatchObject({ scrolled: true, resized: false, requests: 0 });
    expect(manifest.remarks).toEqual([]);
    expect(manifest.steps.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(after.mutations).toBe(before.mutations);
    expect(after.resize).toBe(before.resize);
    expect(await page.evaluate(() => scrollY)).toBe(1_234);

    const runs = await runsOf(id, manifest, /^page-/, 3);
    const whole = BAR_ROWS - Math.ceil((BARS.cookies + BARS.footer + BARS.header) / ROW);
    const upper: Run[] = [{ rgba: '250,0,0,255', length: BARS.header }];
    for (let row = 0; row < whole; row += 1) upper.push({ rgba: colour(row), length: ROW });
    expect(runs.slice(0, upper.length)).toEqual(upper);
    expect(runs.slice(-2)).toEqual([
      { rgba: '0,200,250,255', length: BARS.cookies },
      { rgba: '0,0,250,255', length: BARS.footer },
    ]);
    expect(runs.filter(({ rgba }) => rgba === '250,0,0,255').length).toBe(1);
    const pictures = await runsOf(id, manifest, /^page-/, 245);
    const rows = new Set(runs.map(({ rgba }) => rgba));
    const drawn = pictures.filter(({ rgba }) => !rows.has(rgba)).length;
    expect(drawn).toBeGreaterThan(10 * 5);
    expect(server.requests.filter((path) => path.startsWith('/lazy-')).length).toBe(10);
    await page.close();
  });

  it('stops a feed that has no end, and says where', async () => {
    const { page, tabId } = await openPage(session, reader, `${server.origin}/feed`);
    const { id, manifest } = await captureBy(reader, tabId);
    const [remark] = manifest.remarks;
    expect(remark?.code).toBe('page-grew');
    const [from, shown, to] = ['from', 'shown', 'to'].map((fact) => Number(remark?.facts[fact]));
    expect(from).toBeLessThan(FEED_ROWS * ROW * 3);
    expect(shown).toBeGreaterThanOrEqual(20_000);
    expect(to).toBeGreaterThanOrEqual(shown ?? 0);
    expect(manifest.notes.some((note) => note.includes('the page grew'))).toBe(true);
    const runs = await runsOf(id, manifest, /^page-/, 3);
    const rows = Math.floor((shown ?? 0) / ROW) - 1;
    expect(runs.slice(0, rows)).toEqual(
      Array.from({ length: rows }, (_, row) => ({ rgba: colour(row % 256), length: ROW })),
    );
    await page.close();
    await setSetting(reader, 'pictureStrategy', 'automatic');
  });

  it('takes a chat whole: older messages, lines used again, its text, its wallet', async () => {
    const { page } = await openPage(session, reader, `${server.origin}/chat`);
    // Counted from the end: older messages will stand before, and Chromium's debugging bar makes the window lower.
    const placeOfReader = () =>
      page.evaluate(() => {
        const log = document.querySelector('#log') as HTMLElement;
        return Math.round(log.scrollHeight - log.scrollTop);
      });
    const place = await placeOfReader();
    const popup = await session.driven.openPopup(page);
    await (await byTestId(popup, 'capture-panes')).click();
    expect(await press(popup, 'capture-page', 'capture-status')).toBe('done');
    const captures = await readTable<{ id: string; number: number }>(reader, 'captures');
    const id = captures.sort((a, b) => a.number - b.number).at(-1)?.id ?? '';
    const manifest = await readManifest(reader, id);
    expect(manifest.steps.find((step) => step.name === 'panes')).toMatchObject({ outcome: 'done' });
    expect(manifest.observer.scrolled).toBe(true);
    expect(manifest.remarks).toEqual([]);
    const runs = (await runsOf(id, manifest, /^pane-01-/, 3)).filter(
      ({ rgba }) => rgba !== '255,255,255,255',
    );
    expect(runs).toEqual(
      Array.from({ length: MESSAGES }, (_, at) => ({ rgba: colour(at), length: messageHeight(at) })),
    );
    const lines = (await readText(reader, id, 'pane-01.txt')).trim().split('\n');
    expect(lines.length).toBe(MESSAGES);
    expect(lines[2]).toBe(`Оплата: ${WALLET.btcMain}`);
    expect(lines[150]).toContain('Сообщение № 150');
    const rows = await readTable<Indicator & { captureId: string }>(reader, 'indicators');
    const wallet = rows.find(({ captureId, value }) => captureId === id && value === String(WALLET.btcMain));
    expect(wallet?.sightings).toContainEqual(
      expect.objectContaining({ origin: 'pane', place: 'pane-01.txt', raw: WALLET.btcMain }),
    );
    expect(await placeOfReader()).toBe(place);
    await page.close();
  });

  it('takes areas in frames of the same site whole, and says that others were left', async () => {
    const { page } = await openPage(session, reader, `${server.origin}/framed`);
    const popup = await session.driven.openPopup(page);
    await (await byTestId(popup, 'capture-panes')).click();
    expect(await press(popup, 'capture-page', 'capture-status')).toBe('done');
    const captures = await readTable<{ id: string; number: number }>(reader, 'captures');
    const id = captures.sort((a, b) => a.number - b.number).at(-1)?.id ?? '';
    const manifest = await readManifest(reader, id);
    expect(manifest.steps.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    // Chromium may not draw a frame of another site that is below the fold: that is no matter here.
    const codes = manifest.remarks.map(({ code }) => code).filter((code) => code !== 'frame-blank');
    expect(codes).toEqual(['panes-in-frames']);
    const rows = Array.from({ length: FRAMED_ROWS }, (_, row) => ({ rgba: colour(row), length: ROW }));
    const lines = Array.from({ length: FRAMED_ROWS }, (_, row) => `Строка ${row}`);
    for (const pane of ['pane-01', 'pane-02']) {
      expect(await runsOf(id, manifest, new RegExp(`^${pane}-`), 20)).toEqual(rows);
      expect((await readText(reader, id, `${pane}.txt`)).trim().split('\n')).toEqual(lines);
    }
    expect(namesOf(manifest, /^pane-03/)).toEqual([]);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.close();
  });

  it('shows frames of another site below the fold, and says which one its photograph does not show', async () => {
    const { page, tabId } = await openPage(session, reader, `${server.origin}/frames`);
    const { id, manifest } = await captureBy(reader, tabId);
    const runs = await runsOf(id, manifest, /^page-/, 650);
    const isBlank = (query: string) =>
      manifest.remarks.filter(
        ({ code, facts: { url } }) => code === 'frame-blank' && url === `${server.other}/frame${query}`,
      ).length;
    // Two frames, each a green ground with a white line; the third is under a plain sheet.
    const shown = runs.filter(({ rgba }) => rgba === '10,120,60,255').length / 2;
    expect({ isThere: shown + isBlank(''), isCovered: isBlank('?hidden') }).toEqual({
      isThere: 2,
      isCovered: 1,
    });
    expect(manifest.notes.some((note) => note.includes('/frame?hidden'))).toBe(true);
    await page.close();
  });
});
