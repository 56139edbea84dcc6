import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { keepInBlobs } from '@/utils/platform/aside';
import { type AssembledPage, assemblePage } from '@/utils/snapshot/assemble';
import { type FrameSnapshot, parseFrameSnapshot } from '@/utils/snapshot/frame-snapshot';
import { createHeldFiles } from '@/utils/snapshot/held-files';
import { parseMhtml } from '@/utils/snapshot/mhtml';
import { addCached, parseCacheAnswers, type ResourceMap } from '@/utils/snapshot/resources';
import { type DrivenBrowser, launchChromium, launchFirefox } from '../harness/index.mjs';
import { buildTestExtension } from './test-extension';

/** What the control page of the test extension offers. */
interface Control {
  frames(url: string): Promise<{
    tabId: number;
    ms: number;
    results: { frameId: number; result: unknown; error?: string }[];
  }>;
  mhtml(tabId: number): Promise<{ ms: number; base64: string }>;
  cached(tabId: number, frameId: number, urls: string[]): Promise<unknown>;
  compare(a: string, b: string, rects: Record<string, number[]>): Promise<Comparison>;
}

export interface Comparison {
  widths: number[];
  heights: number[];
  rows: Record<string, number>;
}

export interface TakenSnapshot {
  frames: FrameSnapshot[];
  errors: string[];
  resources: ResourceMap;
  page: AssembledPage;
  ms: Record<string, number>;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface SnapshotBrowser {
  readonly driven: DrivenBrowser;
  open(url: string, viewport?: Size): Promise<Page>;
  take(page: Page): Promise<TakenSnapshot>;
  /** Writes page.html to disk and opens it from there; `requests` are all URLs that it asked for. */
  reopen(html: readonly string[], viewport?: Size): Promise<{ page: Page; requests: string[] }>;
  compare(a: string, b: string, rects: Record<string, number[]>): Promise<Comparison>;
  close(): Promise<void>;
}

const EXECUTABLES = {
  chromium: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  firefox: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
};

/** Tall enough for every row of the torture page. */
const VIEWPORT = { width: 1100, height: 3600 };

/** A real browser with the test extension. */
export async function startSnapshotBrowser(kind: 'chromium' | 'firefox'): Promise<SnapshotBrowser> {
  const extensionDir = await buildTestExtension(kind);
  const scratch = mkdtempSync(join(tmpdir(), 'osmotr-pages-'));
  const launch = kind === 'chromium' ? launchChromium : launchFirefox;
  const driven = await launch({
    executablePath: EXECUTABLES[kind],
    extensionDir,
    downloadDir: scratch,
  });
  const control = await driven.openExtensionPage('control.html');
  const call = <Name extends keyof Control>(name: Name, ...args: Parameters<Control[Name]>) =>
    control.evaluate(
      (key, list) =>
        (globalThis as unknown as Record<string, (...all: unknown[]) => unknown>)[key]?.(...list),
      name,
      args as unknown[],
    ) as Promise<Awaited<ReturnType<Control[Name]>>>;
  let saved = 0;

  async function open(url: string, viewport: Size = VIEWPORT): Promise<Page> {
    const page = await driven.browser.newPage();
    await page.setViewport(viewport);
    await page.goto(url, { waitUntil: 'load' });
    return page;
  }

  return {
    driven,
    open,
    take: (page) => take(kind, call, page.url()),
    async reopen(html, viewport = VIEWPORT) {
      const file = join(scratch, `page-${++saved}.html`);
      writeFileSync(file, html.join(''));
      const page = await driven.browser.newPage();
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.setViewport(viewport);
      await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
      return { page, requests };
    },
    compare: (a, b, rects) => call('compare', a, b, rects),
    async close() {
      await driven.close();
      rmSync(extensionDir, { recursive: true, force: true });
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

type Call = <Name extends keyof Control>(
  name: Name,
  ...args: Parameters<Control[Name]>
) => Promise<Awaited<ReturnType<Control[Name]>>>;

async function take(kind: string, call: Call, url: string): Promise<TakenSnapshot> {
  const read = await call('frames', url);
  const answered = read.results.filter(({ result }) => result);
  const frames = answered.map(({ result }) => parseFrameSnapshot(result));
  const ms: Record<string, number> = { serialize: read.ms };
  let resources: ResourceMap = new Map();
  const held = createHeldFiles('unused', keepInBlobs().put, Number.POSITIVE_INFINITY);
  if (kind === 'chromium') {
    const saved = await call('mhtml', read.tabId);
    ms.mhtml = saved.ms;
    const started = performance.now();
    resources = (await parseMhtml(new Blob([Buffer.from(saved.base64, 'base64')]), held)).resources;
    ms.parseMhtml = performance.now() - started;
  }
  const reasons = new Map<string, string>();
  let page = timed(ms, 'assemble', () => assemblePage({ frames, resources, reasons }));
  for (let round = 0; round < 3 && page.wanted.length > 0; round++) {
    const before = resources.size;
    for (const { path, urls } of page.wanted) {
      const at = frames.findIndex((frame) => frame.path.join('.') === path.join('.'));
      const answers = parseCacheAnswers(await call('cached', read.tabId, answered[at]?.frameId ?? 0, urls));
      await addCached(resources, answers, held);
      for (const answer of answers) if ('reason' in answer) reasons.set(answer.url, answer.reason);
    }
    page = timed(ms, `assemble${round + 2}`, () => assemblePage({ frames, resources, reasons }));
    if (resources.size === before) break;
  }
  const errors = read.results.flatMap(({ error, result }) => (result ? [] : [error ?? 'no result']));
  return { frames, errors, resources, page, ms };
}

function timed<T>(ms: Record<string, number>, name: string, work: () => T): T {
  const started = performance.now();
  const result = work();
  ms[name] = performance.now() - started;
  return result;
}
