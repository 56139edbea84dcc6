import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { VERIFY_STEPS } from '@/utils/domain/verification';
import { provide } from '../../tools/browsers.mjs';
import { build } from '../../tools/build.mjs';
import { waitForState } from '../harness/index.mjs';
import { makeAttested } from './attested';
import { CHANGED_FILE, makeBundles, makeLargeArchive } from './bundles';
import { dropFile, verifyFile } from './report';

/** `verify.html` as the receiver of a bundle meets it: a file on a disk, in a browser without our extension. */
describe.each(['chromium', 'firefox'] as const)('verify.html from disk in %s', (name) => {
  let dir: string;
  let browser: Browser;
  let page: Page;
  let bundles: Awaited<ReturnType<typeof makeBundles>>;
  let asked: string[];
  let problems: string[];

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'osmotr-verifier-'));
    const executablePath = (await provide({ browsers: [name], tools: [], quiet: true }))[name] ?? '';
    const extensionDir = (await build({ browsers: [name], quiet: true }))[name];
    bundles = await makeBundles(extensionDir, dir);
    const args =
      name === 'chromium' ? ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] : [];
    browser = await puppeteer.launch({
      browser: name === 'firefox' ? 'firefox' : 'chrome',
      executablePath,
      args,
    });
  });

  beforeEach(async () => {
    page = await browser.newPage();
    asked = [];
    problems = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => problems.push(message.text()));
    await page.goto(pathToFileURL(bundles.page).href);
  });

  afterEach(async () => {
    // Whatever was verified: nothing was asked for but the page itself (which Firefox doesn't even count; it counts
    // a font of its own), nothing was refused by the page's policy, nothing threw.
    const ownPage = pathToFileURL(bundles.page).href;
    expect(asked.filter((url) => url !== ownPage && !url.startsWith('data:font/'))).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('tells of a timestamp and a signature: trusted only with a root that the reader brings', async () => {
    const { stamped, root, other } = await makeAttested(bundles.good, dir);
    const attestations = () =>
      page.$$eval('[data-testid="attestation"]', (items) =>
        items.map((item) => `${(item as HTMLElement).dataset.kind} ${(item as HTMLElement).dataset.state}`),
      );
    expect(await verifyFile(page, stamped)).toMatchObject({ verdict: 'good', findings: [] });
    expect(await attestations()).toEqual(['timestamp untrusted', 'e-signature untrusted']);
    const roots = await page.waitForSelector('[data-testid="root-files"]');
    await (roots as ElementHandle<HTMLInputElement>).uploadFile(other);
    await page.waitForFunction(() =>
      document.querySelector('[data-testid="roots-loaded"]')?.textContent?.includes('other.pem'),
    );
    await waitForState(page, 'verify-status', 'done');
    const again = await page.waitForSelector('[data-testid="root-files"]');
    await (again as ElementHandle<HTMLInputElement>).uploadFile(root);
    await page.waitForSelector('[data-testid="attestation"][data-state="trusted"]');
    expect(await attestations()).toEqual(['timestamp trusted', 'e-signature trusted']);
    expect(await page.$eval('main', (main) => main.textContent)).toContain('IIN850101300123');
  });

  it('passes a sound bundle and shows what to compare with the protocol', async () => {
    const report = await verifyFile(page, bundles.good);
    expect(report).toMatchObject({ state: 'done', verdict: 'good', findings: [] });
    expect(report.steps).toEqual(
      VERIFY_STEPS.map((step) => `${step} ${/^(timestamp|e-signatures)$/.test(step) ? 'absent' : 'passed'}`),
    );
    expect(report.text.replace(/\s/g, '')).toContain(bundles.keySha256);
    expect(report.text).toContain(bundles.caseId);
    expect(report.text).toContain('Чего проверка не доказывает');
  });

  it('names the file in which one byte was flipped, with both hashes', async () => {
    const report = await verifyFile(page, bundles.bad);
    expect(report).toMatchObject({ state: 'done', verdict: 'bad' });
    expect(report.findings.map(({ code, file }) => `${code} ${file}`)).toEqual([
      `zip-crc ${CHANGED_FILE}`,
      `file-changed ${CHANGED_FILE}`,
    ]);
    const [, changed] = report.findings;
    expect(changed?.text.replace(/\s/g, '')).toMatch(/Должнобыть.*[0-9a-f]{64}Оказалось[0-9a-f]{64}$/);
    expect(report.steps.slice(0, 3)).toEqual(['structure failed', 'payload failed', 'tag-manifest passed']);
  });

  it('refuses an archive that was cut, and what is none, with the reason', async () => {
    expect((await verifyFile(page, bundles.cut)).findings).toMatchObject([
      { code: 'zip-truncated', file: '' },
    ]);
    expect((await verifyFile(page, bundles.page)).findings).toMatchObject([{ code: 'zip-not-a-zip' }]);
  });

  it('takes a file that is dropped, and one after the other', async () => {
    const drop = (path: string) => dropFile(page, 'dropped.zip', readFileSync(path).toString('base64'));
    expect(await drop(bundles.good)).toMatchObject({ verdict: 'good' });
    await page.select('[data-testid="language"]', 'kk');
    const text = await page.$eval('[data-testid="verify-status"]', (status) => status.textContent);
    expect(text).toContain('Пакет бүтін');
  });

  it('runs one script, which its policy names by hash, and keeps nothing', async () => {
    const facts = await page.evaluate(() => ({
      policy: document.querySelector('meta[http-equiv]')?.getAttribute('content'),
      scripts: [...document.scripts].map(({ text, src }) => ({ text, src })),
      loaded: document.querySelectorAll('link, img, iframe, object, embed, [src], [href]').length,
    }));
    const [script, ...others] = facts.scripts;
    expect([script?.src, others, facts.loaded]).toEqual(['', [], 0]);
    const hash = createHash('sha256')
      .update(script?.text ?? '')
      .digest('base64');
    expect(facts.policy).toMatch(/^default-src 'none'; /);
    expect(facts.policy).toContain(`script-src 'sha256-${hash}'; style-src 'sha256-`);
    expect(facts.policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('reads five gigabytes piece by piece, and stops by keyboard alone', async () => {
    const large = join(dir, 'large.zip');
    makeLargeArchive(large, 5_000_000_000);
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.testid ?? '');
    const order: string[] = [];
    for (let presses = 0; presses < 2; presses += 1) {
      await page.keyboard.press('Tab');
      order.push(await focused());
    }
    const input = (await page.$('[data-testid="verify-file"]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(large);
    await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) >= 2, {
      polling: 'mutation',
    });
    await page.keyboard.press('Tab');
    order.push(await focused());
    expect(order).toEqual(['language', 'verify-file', 'verify-cancel']);
    await page.keyboard.press('Enter');
    await waitForState(page, 'verify-status', 'idle');
    expect(await page.$eval('[role="status"]', (live) => live.textContent)).toBe('Проверка отменена');
    expect(await verifyFile(page, bundles.good)).toMatchObject({ verdict: 'good' });
  });
});
