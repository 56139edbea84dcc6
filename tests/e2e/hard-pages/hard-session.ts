import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { CaptureManifest } from '@/utils/domain/capture';
import { LAST_WORDS } from '../../fixtures/hard-site/pages';
import { type HardSite, startHardSite } from '../../fixtures/hard-site/server';
import { type BrowserName, readStoredText, type Session, startSession } from '../extension/session';
import { byTestId, press } from '../harness/index.mjs';
import { type Ended, readEnded } from './ended';

/** A browser with the extension beside the hard site, and a page of ours that reads the store. */
export interface HardSession {
  readonly session: Session;
  readonly site: HardSite;
  readonly reader: Page;
  /**
   * Opens a page, presses the popup's button and says how the capture ended, and whether the popup says that the page was
   * still being loaded; no request may come of it.
   */
  captureAt(path: string): Promise<Ended & { readonly text: string; readonly wasLoading: boolean }>;
  end(): Promise<void>;
}

/** Starts the browser with the time for a step as it comes. */
export async function startHardSession(name: BrowserName): Promise<HardSession> {
  const session = await startSession(name, { siteIsolation: true });
  const site = await startHardSite();
  const reader = await session.driven.openExtensionPage('casebook.html');
  return {
    session,
    site,
    reader,
    async captureAt(path) {
      const page = await session.driven.browser.newPage();
      const loaded = page.goto(`${site.here}${path}`, { waitUntil: 'load', timeout: 170_000 });
      if (isUnending(path)) {
        loaded.catch(() => undefined);
        await page.waitForFunction((words) => document.body?.textContent.includes(words), {}, LAST_WORDS);
      } else await loaded;
      // Firefox asks for an icon after the load. To the driver, a PDF is never loaded.
      if (!isRestless(path) && !isUnending(path) && !path.endsWith('.pdf'))
        await page.waitForNetworkIdle({ idleTime: 500 });
      const popup = await session.driven.openPopup(page);
      const before = site.requests.length;
      await press(popup, 'capture-page', 'capture-status', 170_000);
      const ended = await readEnded(reader);
      if (ended.state === 'saved') await byTestId(popup, 'capture-result-sha256');
      const wasLoading = (await popup.$('[data-testid="was-loading"]')) !== null;
      if (!isRestless(path)) expect(site.requests.slice(before)).toEqual([]);
      await session.driven.closePopup();
      await page.close();
      const hasText =
        ended.state === 'saved' && ended.manifest.artifacts.some((it) => it.name === 'text.txt');
      const text = hasText ? await readStoredText(reader, ended.id, 'text.txt') : '';
      return { ...ended, text, wasLoading };
    },
    async end() {
      await session.end();
      await site.close();
    },
  };
}

/** Such a page asks the site for something all the time. */
const isRestless = (path: string) => path === '/restless';

/** To the browser, such a page is never loaded. */
const isUnending = (path: string) => ['/unending', '/slow-parts', '/held-back'].includes(path);

/** What was saved of a capture, with the steps that gave nothing. */
export function expectSaved(ended: Ended): { manifest: CaptureManifest; failed: string[] } {
  if (ended.state !== 'saved') throw new Error(`refused: ${ended.reason}`);
  const { manifest } = ended;
  const failed = manifest.steps.filter(({ outcome }) => outcome === 'failed');
  return { manifest, failed: failed.map((step) => `${step.name}: ${step.reason}`) };
}
