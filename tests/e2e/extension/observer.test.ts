import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PictureServer, startPictureServer } from '../../fixtures/pictures/server';
import { framedShadows, SHADOWS } from '../../fixtures/pictures/shadows';
import { captureBy, openPage } from './pictures';
import { BROWSERS, type Session, startSession } from './session';

/** What a page is given to notice is counted wherever it happens, also where no listener of the document hears it. */
describe.each(BROWSERS)('the count of what a page could notice in %s', (name) => {
  let session: Session;
  let server: PictureServer;
  let reader: Page;

  beforeAll(async () => {
    session = await startSession(name);
    server = await startPictureServer(
      (path, other) => ({ '/shadows': SHADOWS, '/framed': framedShadows(other) })[path] ?? null,
    );
    reader = await session.driven.openExtensionPage('casebook.html');
  });

  afterAll(async () => {
    await session?.end();
    await server?.close();
  });

  it.each(['/shadows', '/framed'])('counts changes and scrolls in closed shadow trees: %s', async (path) => {
    const { page, tabId } = await openPage(session, reader, `${server.origin}${path}`);
    const { manifest } = await captureBy(reader, tabId);
    // Two texts change with each scroll; there is more than one while the page is photographed.
    const { mutations = 0, scrolls = 0 } = manifest.observer.seen.value ?? {};
    expect(scrolls).toBeGreaterThan(1);
    expect(mutations).toBeGreaterThan(scrolls);
    expect(manifest.observer).toMatchObject({ requests: 0, scrolled: false });
    for (const frame of page.frames()) await frame.evaluate('globalThis.stop?.()');
    const { manifest: still } = await captureBy(reader, tabId);
    expect(still.observer.seen.value).toMatchObject({ mutations: 0, scrolls: 0 });
    await page.close();
  });
});
