import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureManifest } from '@/utils/domain/capture';
import { expected } from '../../fixtures/shop/expected.mjs';
import { schemaFaults } from '../../tools/check-schema';
import { faultsOf } from '../../unit/bundle/stix/requirements';
import { byTestId } from '../harness/index.mjs';
import {
  BROWSERS,
  capture,
  createCase,
  exportCase,
  openShopPage,
  type Session,
  startSession,
} from './session';

/** The main job, as the operative does it, and the bundle as an expert without our code sees it. */
const PAGES = [
  '/',
  '/payment',
  '/contacts',
  '/partner',
  '/chat',
  '/gallery',
  '/long',
  '/go',
  '/watch',
  '/kk',
  '/uz',
];

const text = async (page: Page, testId: string) =>
  (await byTestId(page, testId)).evaluate((element) => element.textContent ?? '');

describe.each(BROWSERS)('one click to a case bundle in %s', (name) => {
  let session: Session;
  const shown: Record<string, { state: string; requests: number; sha256: string }> = {};
  let seen: Record<string, number> = {};
  let bundle: string;
  let unpacked: string;

  beforeAll(async () => {
    session = await startSession(name);
  });

  afterAll(async () => {
    await session?.end();
  });

  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: unpacked, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const folderOf = (path: string) => {
    const folders = readdirSync(join(unpacked, 'data/captures')).sort();
    return join(unpacked, 'data/captures', folders[PAGES.indexOf(path)] ?? '');
  };
  const manifestOf = (path: string): CaptureManifest =>
    JSON.parse(readFileSync(join(folderOf(path), 'capture.json'), 'utf8'));

  it('creates a case in the popup and captures the shop, page by page', async () => {
    const first = await openShopPage(session, '/');
    const popup = await session.driven.openPopup(first);
    expect(await text(popup, 'page-host')).toContain(new URL(session.shop.origin).host);
    await createCase(popup, {
      title: 'Лунная лавка',
      registerNumber: '2600000000001',
      unit: 'УП',
      name: 'И. О.',
    });
    await first.close();

    for (const path of PAGES) {
      const page = await openShopPage(session, path);
      const { state, popup: open, requests, noticed } = await capture(session, page);
      const sha256 = (await text(open, 'capture-result-sha256')).replace(/[^0-9a-f]/g, '');
      shown[path] = { state, requests, sha256 };
      if (path === '/watch') seen = noticed;
      await page.close();
    }
    expect(Object.values(shown).map(({ state }) => state)).toEqual(PAGES.map(() => 'done'));
  });

  it('causes no request and no change that the page can see', () => {
    expect(Object.entries(shown).filter(([, { requests }]) => requests > 0)).toEqual([]);
    const { resize, ...others } = seen;
    expect(others).toEqual(Object.fromEntries(Object.keys(others).map((what) => [what, 0])));
    // Chromium's debugger resizes the page; Firefox has no need of one.
    if (name === 'firefox') expect(resize).toBe(0);
  });

  it("exports the case through the browser's downloads", async () => {
    const page = await openShopPage(session, '/login');
    const popup = await session.driven.openPopup(page);
    const result = await exportCase(session, popup);
    expect(result.state).toBe('done');
    bundle = result.file;
    unpacked = join(session.dir, 'unpacked');
    const hash = createHash('sha256').update(readFileSync(bundle)).digest('hex');
    expect((await text(popup, 'export-status')).replace(/[\s\u00a0]/g, '')).toContain(hash);
  });

  it("makes a bundle that other people's tools accept", () => {
    expect(execFileSync('unzip', ['-t', bundle], { encoding: 'utf8' })).toContain('No errors detected');
    execFileSync('unzip', ['-q', bundle, '-d', unpacked]);
    const sums = run('sha256sum', '-c', 'manifest-sha256.txt');
    expect(
      sums
        .trim()
        .split('\n')
        .every((line) => line.endsWith(': OK')),
    ).toBe(true);
    expect(run('sha256sum', '-c', 'tagmanifest-sha256.txt')).toContain('bagit.txt: OK');
    const python =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.namelist()))';
    expect(run('python3', '-c', python, bundle)).toMatch(/^None \d+/);
    const seal = [
      '-verify',
      'seal/public-key.pem',
      '-signature',
      'seal/signature.bin',
      'seal/signature.json',
    ];
    expect(run('openssl', 'dgst', '-sha256', ...seal)).toContain('Verified OK');
    const root = new URL('../../..', import.meta.url).pathname;
    expect(
      execFileSync('node', [join(root, 'tests/tools/verify.mjs'), bundle], { encoding: 'utf8' }),
    ).toBeTruthy();
  });

  it('holds the pictures, the page, the text and the facts of every capture, with the hash that was shown', () => {
    for (const path of PAGES) {
      const folder = folderOf(path);
      const json = readFileSync(join(folder, 'capture.json'));
      expect(createHash('sha256').update(json).digest('hex')).toBe(shown[path]?.sha256);
      const manifest = manifestOf(path);
      const names = manifest.artifacts.map(({ name: file }) => file);
      expect(names).toEqual(expect.arrayContaining(['viewport.png', 'page.html', 'text.txt']));
      expect(names.includes('page.mhtml')).toBe(name === 'chromium');
      expect(manifest.steps.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      for (const { name: file, sha256 } of manifest.artifacts) {
        expect(
          createHash('sha256')
            .update(readFileSync(join(folder, file)))
            .digest('hex'),
        ).toBe(sha256);
      }
      expect(manifest.network.value).toMatchObject({ status: 200, serverAddress: { value: '127.0.0.1' } });
      expect(manifest.observer.requests).toBe(0);
    }
    expect(manifestOf('/go').network.value).toMatchObject({
      requestedUrl: `${session.shop.origin}/go`,
      redirects: [{ status: 302 }],
    });
    expect(manifestOf('/go').page.url).toBe(`${session.shop.origin}/product`);
    expect(
      manifestOf('/long').artifacts.filter(({ name: file }) => /^page-\d+\.png$/.test(file)).length,
    ).toBeGreaterThan(1);
    expect(manifestOf('/partner').frames.length).toBe(2);
    expect(readFileSync(join(folderOf('/partner'), 'text.txt'), 'utf8')).toContain('0x');
    if ((seen.resize ?? 0) > 0) expect(manifestOf('/watch').observer.resized).toBe(true);
  });

  it('holds nothing but what the published schemas describe', () => {
    const read = (path: string) => readFileSync(join(unpacked, path), 'utf8');
    for (const path of PAGES) expect(schemaFaults('capture', manifestOf(path))).toEqual([]);
    expect(schemaFaults('case', JSON.parse(read('data/case.json')))).toEqual([]);
    expect(schemaFaults('indicators', JSON.parse(read('data/indicators.json')))).toEqual([]);
    expect(schemaFaults('annotations', JSON.parse(read('data/annotations.json')))).toEqual([]);
    expect(schemaFaults('seal', JSON.parse(read('seal/signature.json')))).toEqual([]);
    const events = read('data/journal.jsonl').trimEnd().split('\n');
    expect(events.flatMap((line) => schemaFaults('journal-event', JSON.parse(line)))).toEqual([]);
    const stix = JSON.parse(read('data/indicators.stix.json')) as { objects: Record<string, unknown>[] };
    expect(stix.objects.flatMap((object) => faultsOf(object))).toEqual([]);
    expect(stix.objects.filter(({ type }) => type === 'observed-data')).toHaveLength(PAGES.length);
  });

  it('lists every indicator that stands on the pages in indicators.csv', () => {
    const rows = readFileSync(join(unpacked, 'data/indicators.csv'), 'utf8').split('\r\n');
    const missing = PAGES.flatMap((path) =>
      (expected[path] ?? []).filter(
        ({ type, value }) => !rows.some((row) => row.includes(type) && row.includes(value)),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('opens page.html without asking for anything and without running anything', async () => {
    const before = session.shop.requests.length;
    const page = await session.driven.browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const path of PAGES) await page.goto(`file://${folderOf(path)}/page.html`, { waitUntil: 'load' });
    expect(asked.filter((url) => /^(https?|ws|ftp):/.test(url))).toEqual([]);
    expect(session.shop.requests.length - before).toBe(0);
    expect(await page.evaluate(() => document.scripts.length)).toBe(0);
    await page.close();
  });

  it('shows the case, its captures, their files and indicators in the casebook', async () => {
    const page = await session.driven.openExtensionPage('casebook.html');
    await (await byTestId(page, 'case-row')).click();
    await (await byTestId(page, 'all-captures')).click();
    await byTestId(page, 'capture-row');
    expect((await page.$$('[data-testid="capture-row"]')).length).toBe(PAGES.length);
    await (await byTestId(page, 'open-capture')).click();
    // The files lie behind a tab; their rows are there all the same.
    await page.waitForSelector('[data-testid="file-row"]');
    expect((await page.$$('[data-testid="file-row"]')).length).toBeGreaterThan(3);
    expect((await page.$$('[data-testid="indicator-row"]')).length).toBeGreaterThan(0);
    await page.close();
  });
});
