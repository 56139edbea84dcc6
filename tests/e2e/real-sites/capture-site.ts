import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { CaptureManifest } from '@/utils/domain/capture';
import { serveSite } from '../../fixtures/real-sites/server';
import type { RealSite } from '../../fixtures/real-sites/sites';
import { readFile, readManifest, type Session } from '../extension/session';
import { press } from '../harness/index.mjs';
import { comparePictures, type Difference } from './compare';

/** A page that never stands still is captured as it moves. */
const MOST_LOOKS = 20;

/** What became of one site. */
export interface SiteResult {
  readonly manifest: CaptureManifest;
  /** Requests that the server got while the page was captured. */
  readonly asked: readonly string[];
  /** What the reopened page asked for, beside itself. */
  readonly reopened: readonly string[];
  readonly window: Difference;
}

/**
 * Captures a site by the extension's own button, stops its server, opens `page.html` from disk and compares it with
 * the photographs that the capture itself has taken.
 */
export async function captureSite(session: Session, reader: Page, site: RealSite): Promise<SiteResult> {
  const server = await serveSite(site.root);
  const page = await session.driven.browser.newPage();
  await page.goto(`${server.origin}${site.path}`, { waitUntil: 'load' });
  await page.waitForNetworkIdle({ idleTime: 500 });
  await calm(page);
  await still(page);
  const popup = await session.driven.openPopup(page);
  const before = server.requests.length;
  const state = await press(popup, 'capture-page', 'capture-status');
  const asked = server.requests.slice(before);
  await session.driven.closePopup();
  if (state !== 'done') throw new Error(`${site.name}: ${state}`);
  await page.close();
  await server.close();
  const manifest = await readManifest(reader);
  const { id } = manifest;
  const html = Buffer.from(await readFile(reader, id, 'page.html'), 'base64');
  const { again, requests } = await reopen(session, manifest, html);
  const window = await again.screenshot({ encoding: 'base64' });
  await again.close();
  return {
    manifest,
    asked,
    reopened: requests,
    window: await comparePictures(reader, await readFile(reader, id, 'viewport.png'), window),
  };
}

/** Opens a stored `page.html` from disk, in a window of the same size. */
export async function reopen(session: Session, { id, viewport }: CaptureManifest, html: Buffer) {
  const file = join(session.dir, `${id}.html`);
  writeFileSync(file, html);
  const again = await session.driven.browser.newPage();
  const requests: string[] = [];
  again.on('request', (request) => requests.push(request.url()));
  // The debugger's bar changes the window while a page is photographed, and some time after.
  if (viewport) await again.setViewport({ width: viewport.width, height: viewport.height });
  await again.goto(pathToFileURL(file).href, { waitUntil: 'load' });
  await calm(again);
  return { again, requests: requests.filter((url) => !/^(?:file|data|about|blob):/.test(url)) };
}

/** Charts move by script, not by animations: a page is still when it looks the same three times running. */
async function still(page: Page): Promise<void> {
  let last = '';
  let same = 0;
  for (let looks = 0; looks < MOST_LOOKS && same < 2; looks += 1) {
    const look = await page.screenshot({ encoding: 'base64' });
    same = look === last ? same + 1 : 0;
    last = look;
  }
}

/** A look counts when fonts are there and what moves once has moved; what moves for longer is left to differ. */
async function calm(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(async () => {
    const { timeline } = document;
    await document.fonts.ready;
    const ending = document
      .getAnimations()
      .filter((it) => it.playState === 'running' && it.timeline === timeline)
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    const ended = Promise.all(ending.map((it) => it.finished.catch(() => null)));
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5_000))]);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
