import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureManifest } from '@/utils/domain/capture';
import { DIFFERING, rowsOf, SAME } from '../../fixtures/torture/rows';
import { startTortureServer, type TortureServer } from '../../fixtures/torture/server';
import { BROWSERS, readFile, readManifest, type Session, startSession } from '../extension/session';
import { press } from '../harness/index.mjs';
import { settled } from '../snapshot/look';
import { reopen } from './capture-site';
import { comparePictures, type Difference } from './compare';

/** The whole way: the popup's button, the page's own photograph, the server gone, `page.html` from disk. Nothing but DIFFERING may differ. */
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
