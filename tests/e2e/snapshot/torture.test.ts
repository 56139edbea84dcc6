import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOfText } from '@/utils/domain/text-map';
import { DIFFERING as ALWAYS, rowsOf, SAME } from '../../fixtures/torture/rows';
import { startTortureServer, type TortureServer } from '../../fixtures/torture/server';
import { type SnapshotBrowser, startSnapshotBrowser, type TakenSnapshot } from './drive';
import { settled } from './look';

/** Rows that do not look the same, and why, before pixels stand in. The list is a promise: nothing else may differ. */
const DIFFERING = {
  chromium: {
    ...ALWAYS.chromium,
    'row-tainted': 'pixels of a canvas with a picture of another site may not be read',
  },
  firefox: { ...ALWAYS.firefox, 'row-svg': 'pictures in SVG' },
};

describe.each(['chromium', 'firefox'] as const)('the torture page in %s', (kind) => {
  let server: TortureServer;
  let browser: SnapshotBrowser;
  let taken: TakenSnapshot;
  let live: string;
  let rows: Record<string, number[]>;
  let requestsDuring: string[];
  let seen: unknown;

  beforeAll(async () => {
    server = await startTortureServer();
    browser = await startSnapshotBrowser(kind);
    const page = await browser.open(`${server.here}/index.html`);
    await page.waitForFunction('seen.painted === 3 && document.fonts.status === "loaded"');
    rows = await rowsOf(page);
    live = await page.screenshot({ encoding: 'base64' });
    await page.evaluate('watch()');
    const before = server.requests.length;
    taken = await browser.take(page);
    await page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => done())));
    requestsDuring = server.requests.slice(before);
    seen = await page.evaluate('({ ...seen, painted: undefined })');
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('reads every frame, also sandboxed, written and nested ones', () => {
    expect(taken.errors).toEqual([]);
    const paths = taken.frames.map(({ path }) => path.join('.')).sort();
    expect(paths).toEqual(['', '0', '0.0', '1', '1.0', '2', '3', '4', '5', '6']);
  });

  it('asks the sites for nothing and is seen by nothing in the page', () => {
    expect(requestsDuring).toEqual([]);
    expect(seen).toEqual({ mutations: 0, messages: 0, resources: 0, events: [] });
  });

  it('looks the same when it is opened again, without a request', async () => {
    const before = server.requests.length;
    const { page, requests } = await browser.reopen(taken.page.html);
    await settled(page);
    const again = await browser.compare(live, await page.screenshot({ encoding: 'base64' }), rows);
    expect(requests.filter((url) => !/^(?:file|data|about):/.test(url))).toEqual([]);
    expect(server.requests.slice(before)).toEqual([]);
    const different = Object.entries(again.rows).filter(([, share]) => share > SAME);
    expect(different.map(([row]) => row).sort()).toEqual(Object.keys(DIFFERING[kind]).sort());
    expect(again.heights[0]).toBe(again.heights[1]);
  });

  it('keeps a picture once, however often it is shown', () => {
    const html = taken.page.html.join('');
    expect(html.match(/data-osmotr-picture="1"[ >]/g)).toHaveLength(4);
    const [, data = ''] = /img\[data-osmotr-picture="1"\]\{content:url\("([^"]+)"\)/.exec(html) ?? [];
    expect(html.split(data.slice(0, 200))).toHaveLength(2);
  });

  it('holds no script, no handler, no live address and no secret', () => {
    const html = taken.page.html.join('');
    expect(html).not.toMatch(/<script|javascript:|hunter2-secret/i);
    expect(html).not.toMatch(/<[^>]*\son\w+=|<[^>]*\s(?:src|href|action|poster)="?(?:https?:|\/\/)/i);
    expect(JSON.stringify(taken.page.sources)).not.toMatch(/hunter2-secret/);
    expect(html).not.toContain('forged');
    expect(taken.page.removed).toMatchObject({
      'event-handler': 2,
      'javascript-url': 1,
      base: 1,
      preload: 1,
    });
  });

  it('writes the visible text in reading order, frames and shadow roots in their place', () => {
    const lines = taken.page.text.split('\n');
    const at = (text: string) => lines.indexOf(text);
    expect(at('Frame of another site: bot')).toBe(at('cross-origin frame') + 1);
    expect(lines).toContain('shadow text slotted: and default');
    expect(lines).toContain('telegram price [pdf] script link user@example.org');
    expect(at('nested closed')).toBe(at('closed-text') + 1);
    expect(lines).toEqual(
      expect.arrayContaining(['typed in the frame', 'written text', 'sandboxed text', 'shown']),
    );
    expect(taken.page.text).not.toMatch(/hidden-text|invisible-text|template-text|noscript-text|not shown/);
    expect(taken.page.sources[0]).toEqual({ origin: 'text', text: taken.page.text });
  });

  it('knows where each line stood, also in frames and shadow roots', () => {
    const { text, textMap } = taken.page;
    const place = (line: string) => {
      const start = `\n${text}\n`.indexOf(`\n${line}\n`);
      return placeOfText(textMap, start, start + line.length);
    };
    const [x = 0, y = 0, width = 0, height = 0] = rows['row-open-shadow'] ?? [];
    const shadow = place('shadow text slotted: and default');
    expect(shadow?.x).toBeGreaterThanOrEqual(x);
    expect(shadow?.y).toBeGreaterThanOrEqual(y);
    expect((shadow?.x ?? 0) + (shadow?.width ?? 0)).toBeLessThanOrEqual(x + width);
    expect((shadow?.y ?? 0) + (shadow?.height ?? 0)).toBeLessThanOrEqual(y + height);
    expect(place('Frame of another site: bot')).not.toBeNull();
  });

  it('gives the indicator engine what is not visible', () => {
    const sources = taken.page.sources.filter(({ origin }) => origin !== 'text');
    const find = (part: string) => sources.find(({ text }) => text.includes(part));
    expect(find('https://t.me/cross_bot')).toMatchObject({ origin: 'href', place: '0 a[href]' });
    expect(find('"wallet":"in json"')).toMatchObject({
      origin: 'script',
      place: 'script[type=application/json]',
    });
    expect(find('wallet in meta')).toMatchObject({ origin: 'meta', place: 'meta[description]' });
    expect(find('a comment with a wallet')).toMatchObject({ origin: 'comment' });
    expect(find('user@')).toMatchObject({ origin: 'attribute', place: 'span[data-user]' });
    expect(find('noscript-text')).toBeDefined();
    expect(find('template-text')).toBeUndefined();
  });

  it('says what it could not get', () => {
    const reasons = new Map(
      taken.page.missing.map(({ url, kind, reason }) => [`${kind} ${new URL(url).pathname}`, reason]),
    );
    expect(reasons.get('img /missing.png')).toBe('the page could not load it either');
    // The picture for screens of twice the density.
    if (kind === 'chromium') {
      expect(taken.page.limits).toEqual(['fonts and pictures in CSS that the page never loaded: 1']);
    }
    if (kind === 'firefox') expect(reasons.get('font /box.ttf')).toBe('the page would see it being read');
    else expect([...reasons.keys()].sort()).toEqual(['canvas /index.html', 'img /missing.png']);
  });
});
