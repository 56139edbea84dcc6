import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { CaptureManifest } from '@/utils/domain/capture';
import { createShopServer, type ShopServer } from '../../fixtures/shop/server.mjs';
import { provide } from '../../tools/browsers.mjs';
import { build } from '../../tools/build.mjs';
import {
  byTestId,
  type DrivenBrowser,
  expectDownload,
  type LaunchOptions,
  launchChromium,
  launchFirefox,
  press,
} from '../harness/index.mjs';

export const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

export interface Session {
  readonly name: BrowserName;
  readonly driven: DrivenBrowser;
  readonly shop: ShopServer;
  /** For files of the test; gone with the session. */
  readonly dir: string;
  /** Starts the same browser with the same profile again, after `driven.kill()`. */
  restart(): Promise<DrivenBrowser>;
  end(): Promise<void>;
}

/** A browser with the built extension, its background awake, beside a sample shop of its own. */
export async function startSession(
  name: BrowserName,
  options: Pick<
    LaunchOptions,
    'privateBrowsing' | 'acceptInsecureCerts' | 'density' | 'offline' | 'height' | 'siteIsolation'
  > = {},
): Promise<Session> {
  const executablePath = (await provide({ browsers: [name], tools: [], quiet: true }))[name];
  const extensionDir = (await build({ browsers: [name], quiet: true }))[name];
  if (!executablePath || !extensionDir) throw new Error(`no ${name}`);
  const shop = await createShopServer();
  const dir = mkdtempSync(join(tmpdir(), 'osmotr-e2e-'));
  const launch = async () => {
    const all = {
      ...options,
      executablePath,
      extensionDir,
      downloadDir: join(dir, 'downloads'),
      profileDir: join(dir, 'profile'),
    };
    const started = await (name === 'firefox' ? launchFirefox(all) : launchChromium(all));
    await waitForBackground(started);
    return started;
  };
  let driven = await launch();
  return {
    name,
    get driven() {
      return driven;
    },
    shop,
    dir,
    async restart() {
      driven = await launch();
      return driven;
    },
    async end() {
      await driven.close();
      await shop.close();
      rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** An answer of the background proves that it listens, so that it sees how the next page is loaded. */
async function waitForBackground(driven: DrivenBrowser): Promise<void> {
  const page = await driven.openExtensionPage('casebook.html');
  await send(page, 'inspectTab', { tabId: -1 });
  await page.close();
}

/** Sends a message to the background as our own pages do, from one of them. */
export function send<Value>(page: Page, osmotr: string, input: object): Promise<Value> {
  return page.evaluate(
    (message) => {
      const api = (
        globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } }
      ).chrome;
      return api.runtime.sendMessage(message);
    },
    { osmotr, input },
  ) as Promise<Value>;
}

/** Opens a page of the shop and waits until the browser has asked for all it wants, its favicon too. */
export async function openShopPage({ driven, shop }: Session, path: string): Promise<Page> {
  const page = await driven.browser.newPage();
  await page.goto(`${shop.origin}${path}`, { waitUntil: 'load' });
  await page.waitForNetworkIdle({ idleTime: 500 });
  return page;
}

export interface CaseForm {
  readonly title: string;
  readonly registerNumber?: string;
  readonly unit?: string;
  readonly name?: string;
}

/** Creates a case by the popup's form. */
export async function createCase(popup: Page, form: CaseForm): Promise<void> {
  await (await byTestId(popup, 'case-create')).click();
  for (const [field, text] of Object.entries(form)) {
    await (await byTestId(popup, `case-field-${field}`)).type(text);
  }
  await (await byTestId(popup, 'case-save')).click();
  await popup.waitForFunction(
    (title) => {
      const select = document.querySelector<HTMLSelectElement>('[data-testid="case-select"]');
      return select?.selectedOptions[0]?.textContent?.includes(title) ?? false;
    },
    { polling: 'mutation' },
    form.title,
  );
}

export interface CaptureOutcome {
  readonly state: string;
  readonly popup: Page;
  /** Requests that the shop's server got between the click and the end. */
  readonly requests: number;
  /** What the page itself counted in that time, if it counts in `window.seen`. */
  readonly noticed: Record<string, number>;
}

/** Clicks the toolbar button on a page and «Зафиксировать страницу» in the popup; says how it ended. */
export async function capture(session: Session, page: Page): Promise<CaptureOutcome> {
  const popup = await session.driven.openPopup(page);
  const requests = session.shop.requests.length;
  const seen = await countsOf(page);
  const state = await press(popup, 'capture-page', 'capture-status');
  const after = await countsOf(page);
  const noticed = Object.fromEntries(
    Object.entries(after).map(([what, count]) => [what, count - (seen[what] ?? 0)]),
  );
  return { state, popup, requests: session.shop.requests.length - requests, noticed };
}

function countsOf(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => ({ ...(window as unknown as { seen?: Record<string, number> }).seen }));
}

/** Clicks «Экспорт дела» and gives the path of the downloaded ZIP. */
export async function exportCase(session: Session, popup: Page): Promise<{ state: string; file: string }> {
  const download = await expectDownload(session.driven.downloadDir);
  const state = await press(popup, 'export-case', 'export-status');
  return { state, file: await download.file };
}

export interface Row {
  readonly [key: string]: unknown;
}

/** All rows of a table of the extension's database, read in one of its pages. */
export function readTable<T = Row>(page: Page, table: string): Promise<T[]> {
  return page.evaluate(async (name) => {
    const request = <R>(asked: IDBRequest<R>) =>
      new Promise<R>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    const db = await request(indexedDB.open('osmotr'));
    const rows = await request(db.transaction(name).objectStore(name).getAll());
    db.close();
    return JSON.parse(JSON.stringify(rows));
  }, table) as Promise<T[]>;
}

/** `capture.json` of the newest capture, read in a page of the extension. */
export async function readManifest(page: Page): Promise<CaptureManifest> {
  const captures = await readTable<{ id: string; startedAt: string }>(page, 'captures');
  const { id } = captures.reduce((one, two) => (one.startedAt > two.startedAt ? one : two));
  return JSON.parse(await readStoredText(page, id, 'capture.json'));
}

/** A file of a capture as text (UTF-8). */
export async function readStoredText(page: Page, captureId: string, name: string): Promise<string> {
  return Buffer.from(await readFile(page, captureId, name), 'base64').toString('utf8');
}

/** A file of a capture as base64, inflated if it is kept deflated, read in a page of the extension. */
export function readFile(page: Page, captureId: string, name: string): Promise<string> {
  return page.evaluate(
    async (key) => {
      const request = <R>(asked: IDBRequest<R>) =>
        new Promise<R>((resolve, reject) => {
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error);
        });
      const db = await request(indexedDB.open('osmotr'));
      const of = (table: string) => request(db.transaction(table).objectStore(table).get(key));
      const [{ blob }, { deflatedBytes }] = [await of('blobs'), await of('artifacts')];
      db.close();
      const plain = deflatedBytes ? blob.stream().pipeThrough(new DecompressionStream('deflate-raw')) : blob;
      const reader = new FileReader();
      reader.readAsDataURL(await new Response(plain).blob());
      await new Promise((resolve) => {
        reader.onload = resolve;
      });
      return String(reader.result).replace(/^[^,]*,/, '');
    },
    [captureId, name],
  );
}
