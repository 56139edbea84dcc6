import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureManifest } from '@/utils/domain/capture';
import { startTortureServer, type TortureServer } from '../../fixtures/torture/server';
import { BROWSERS, readFile, readManifest, type Session, startSession } from '../extension/session';
import { press } from '../harness/index.mjs';
import { settled } from '../snapshot/look';
import { reopen } from './capture-site';
import { comparePictures, type Difference, type Part } from './compare';

/** Rows that do not look the same, and why. The list is a promise: nothing else may differ. Pixels stand in for the rest. */
const DIFFERING = {
  chromium: { 'row-forms': 'secrets are not kept' },
  firefox: {
    'row-forms': 'secrets are not kept',
    'row-cross-css': 'CSS pictures: reading the cache would show in the page',
    'row-import': 'CSS pictures',
    'row-open-shadow': 'CSS pictures',
    'row-adopted': 'CSS pictures',
    'row-blob': 'CSS pictures',
    'row-cssom': 'CSS pictures',
    'row-css-urls': 'CSS pictures',
    'row-svg-sprite': 'drawings of other files',
    'row-font': 'web fonts',
    'row-poster': 'posters: reading the cache would show in the page',
  },
};

const SAME = 0.001;

/** The whole way: the popup's button, the page's own photograph, the server gone, `page.html` from disk. */
describe.each(BROWSERS)('the torture page by the popup of %s', (name) => {
  let session: Session;
  let server: TortureServer;
  let manifest: CaptureManifest;
  let asked: string[];
  let seen: { mutations: number; messages: number; resources: number; events: string[] };
  let reopened: string[];
  let difference: Difference;

  beforeAll(async () => {
    session = await startSession(name, { height: 3800 });
    server = await startTortureServer();
    const reader = await session.driven.openExtensionPage('casebook.html');
    const page = await session.driven.browser.newPage();
    await page.goto(`${server.here}/index.html`, { waitUntil: 'load' });
    await page.waitForFunction('seen.painted === 3 && document.fonts.status === "loaded"');
    await page.waitForNetworkIdle({ idleTime: 500 });
    const rows = await rowsOf(page);
    const popup = await session.driven.openPopup(page);
    await page.evaluate('watch()');
    const before = server.requests.length;
    expect(await press(popup, 'capture-page', 'capture-status')).toBe('done');
    asked = server.requests.slice(before);
    seen = (await page.evaluate('({ ...seen, painted: undefined })')) as typeof seen;
    await session.driven.closePopup();
    await page.close();
    await server.close();
    manifest = await readManifest(reader);
    const html = Buffer.from(await readFile(reader, manifest.id, 'page.html'), 'base64');
    const { again, requests } = await reopen(session, manifest, html);
    reopened = requests;
    await settled(again);
    const look = await again.screenshot({ encoding: 'base64' });
    difference = await comparePictures(
      reader,
      await readFile(reader, manifest.id, 'viewport.png'),
      look,
      rows,
    );
  });

  afterAll(async () => {
    await session?.end();
  });

  it('is captured whole', () => {
    expect(manifest.steps.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  });

  it("asks the sites for nothing, and the page is given nothing to notice but the debugger's bar", () => {
    expect(asked).toEqual([]);
    expect({ ...seen, events: seen.events.filter((event) => event !== 'resize') }).toEqual({
      mutations: 0,
      messages: 0,
      resources: 0,
      events: [],
    });
    expect(manifest.observer).toMatchObject({ requests: 0, scrolled: false });
  });

  it('looks the same when it is opened from disk without its sites, and asks for nothing', () => {
    expect(reopened).toEqual([]);
    expect(difference.sizes[0]).toBe(difference.sizes[1]);
    const different = Object.entries(difference.parts).filter(([, share]) => share > SAME);
    expect(different.map(([row]) => row).sort()).toEqual(Object.keys(DIFFERING[name]).sort());
  });
});

async function rowsOf(page: Page): Promise<Record<string, Part>> {
  const list = (await page.evaluate(
    `Array.from(document.querySelectorAll('section'), (it) => {
      const box = it.getBoundingClientRect();
      return [it.id, [Math.round(box.x), Math.round(box.y), Math.round(box.width), Math.round(box.height)]];
    })`,
  )) as [string, Part][];
  return Object.fromEntries(list);
}
