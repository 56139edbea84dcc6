import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAST_WORDS } from '../../fixtures/hard-site/pages';
import { type HardSite, startHardSite } from '../../fixtures/hard-site/server';
import { BROWSERS, readStoredText, type Session, startSession } from '../extension/session';
import { press } from '../harness/index.mjs';
import { type Ended, readEnded } from './ended';

/** Pages of many documents, and one that is none: captured or refused with the reason, and never half-saved. */
describe.each(BROWSERS)('hard pages by the popup of %s', (name) => {
  let session: Session;
  let site: HardSite;
  let reader: Page;

  beforeAll(async () => {
    session = await startSession(name);
    site = await startHardSite();
    reader = await session.driven.openExtensionPage('casebook.html');
  });

  afterAll(async () => {
    await session?.end();
    await site?.close();
  });

  /** Opens a page, presses the popup's button and says how the capture ended; no request may come of it. */
  async function captureAt(path: string): Promise<Ended & { readonly text: string }> {
    const page = await session.driven.browser.newPage();
    await page.goto(`${site.here}${path}`, { waitUntil: 'load', timeout: 170_000 });
    // Firefox asks for an icon after the load.
    await page.waitForNetworkIdle({ idleTime: 500 });
    const popup = await session.driven.openPopup(page);
    const before = site.requests.length;
    await press(popup, 'capture-page', 'capture-status', 170_000);
    const ended = await readEnded(reader);
    expect(site.requests.slice(before)).toEqual([]);
    await session.driven.closePopup();
    await page.close();
    const hasText = ended.state === 'saved' && ended.manifest.artifacts.some((it) => it.name === 'text.txt');
    const text = hasText ? await readStoredText(reader, ended.id, 'text.txt') : '';
    return { ...ended, text };
  }

  /** The capture that was saved, with the steps that gave nothing. */
  function expectSaved(ended: Ended) {
    if (ended.state !== 'saved') throw new Error(`refused: ${ended.reason}`);
    const { manifest } = ended;
    const failed = manifest.steps.filter(({ outcome }) => outcome === 'failed');
    return { manifest, failed: failed.map((step) => `${step.name}: ${step.reason}`) };
  }

  it('40 frames, one in another: read as deep as the browser goes', async () => {
    const ended = await captureAt('/nested/40');
    const { manifest, failed } = expectSaved(ended);
    const loaded = site.requests.filter((path) => path.startsWith('/nested/'));
    expect(failed).toEqual([]);
    const lines = ended.text.split('\n');
    for (const path of loaded) {
      expect(lines).toContain(path === '/nested/0' ? LAST_WORDS : `level ${path.slice(8)}`);
    }
    // Firefox leaves a frame empty that stands too deep: no request, no document, and the capture says so.
    const missing = manifest.missing.map(({ url }) => new URL(url).pathname);
    expect(loaded.length).toBeGreaterThan(name === 'chromium' ? 40 : 5);
    expect(missing).toEqual(loaded.length > 40 ? [] : [`/nested/${40 - loaded.length}`]);
  });

  it('frames of every kind: all are read', async () => {
    const ended = await captureAt('/frames');
    const { manifest, failed } = expectSaved(ended);
    expect({ failed, missing: manifest.missing }).toEqual({ failed: [], missing: [] });
    for (const text of ['inner cross', 'inner sandboxed', 'sandboxed srcdoc', 'about:blank', 'blob frame']) {
      expect(ended.text).toContain(`${text} text`);
    }
    expect(ended.text).toContain('data frame text');
    expect(ended.text).toContain('javascript frame text');
    expect(ended.text).toContain(LAST_WORDS);
  });

  it('a bare picture', async () => {
    const ended = await captureAt('/picture/7.png');
    const { manifest, failed } = expectSaved(ended);
    // Firefox shows it with style sheets of its own.
    const missing = manifest.missing.filter(({ url }) => !url.startsWith('resource:'));
    expect({ failed, missing }).toEqual({ failed: [], missing: [] });
    expect(manifest.page.contentType).toBe('image/png');
    expect(await readStoredText(reader, ended.id, 'page.html')).toContain('src="data:image/png;base64,');
  });
});
