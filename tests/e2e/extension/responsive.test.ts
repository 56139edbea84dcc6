import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { responsiveFrame, responsivePage, slidesPage } from '../../fixtures/pictures/responsive';
import { type PictureServer, startPictureServer } from '../../fixtures/pictures/server';
import { gradientPng } from '../../fixtures/torture/pictures';
import { captureBy, openPage } from './pictures';
import { BROWSERS, type Session, startSession } from './session';

/** Chromium narrows a page for a moment to photograph it: what the page then asks for must not reach its site. */
describe.each(BROWSERS)('a page that loads by its width in %s', (name) => {
  let session: Session;
  let server: PictureServer;
  let reader: Page;

  beforeAll(async () => {
    session = await startSession(name);
    server = await startPictureServer((path, other) => {
      if (path.endsWith('.png')) return gradientPng(60, 60, [20, 130, 20]);
      const pages: Record<string, () => string> = {
        '/responsive': () => responsivePage(other),
        '/responsive-frame': responsiveFrame,
        '/slides': slidesPage,
      };
      return pages[path]?.() ?? null;
    });
    reader = await session.driven.openExtensionPage('casebook.html');
  });

  afterAll(async () => {
    await session?.end();
    await server?.close();
  });

  it('asks its site for nothing', async () => {
    const { page, tabId } = await openPage(session, reader, `${server.origin}/responsive`);
    await page.waitForNetworkIdle({ idleTime: 500 });
    const before = server.requests.length;
    const { manifest } = await captureBy(reader, tabId);
    await page.waitForNetworkIdle({ idleTime: 500 });
    expect(server.requests.slice(before)).toEqual([]);
    expect(manifest.pictures).toBe(name === 'firefox' ? 'capture-tab' : 'cdp-clips');
    expect(manifest.observer.requests).toBe(0);
    await page.close();
  });

  it('gets all that it wants of itself, and the capture says that it may be the cause', async () => {
    const { page, tabId } = await openPage(session, reader, `${server.origin}/slides`);
    await page.waitForFunction('slides.came > 1');
    const { manifest } = await captureBy(reader, tabId);
    const came = Number(await page.evaluate('slides.came'));
    await page.waitForFunction(
      (count) => (globalThis as never as { slides: { came: number } }).slides.came > count,
      {},
      came,
    );
    expect(await page.evaluate('slides.failed')).toBe(0);
    if (name === 'chromium') expect(manifest.observer.requests).toBeGreaterThan(0);
    await page.close();
  });
});
