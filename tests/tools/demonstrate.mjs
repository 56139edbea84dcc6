import { join } from 'node:path';
import { TimeoutError } from 'puppeteer-core';
import { byTestId, expectDownload, launchChromium, press } from '../e2e/harness/index.mjs';
import { onPath } from './browsers.mjs';
import { collect, ROOT, SetupError, tail } from './process.mjs';
import { inspectBundle, printReport } from './report.mjs';

const CASE = {
  title: 'Образец: Лунная Лавка',
  registerNumber: 'SAMPLE-0001',
  unit: 'Учебный отдел',
  position: 'оперуполномоченный',
  rank: 'лейтенант',
  name: 'Образцов О. О.',
};

async function createCase(popup) {
  await (await byTestId(popup, 'case-create')).click();
  for (const [field, text] of Object.entries(CASE)) {
    const input = await byTestId(popup, `case-field-${field}`);
    await input.click({ count: 3 });
    await input.type(text);
  }
  await (await byTestId(popup, 'case-field-jurisdiction')).select('kz');
  await (await byTestId(popup, 'case-save')).click();
  await byTestId(popup, 'capture-page');
}

/** Many pages never fall silent: ten seconds of waiting are enough. */
async function load(page, url) {
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
  try {
    await page.waitForNetworkIdle({ idleTime: 500, timeout: 10_000 });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
  }
}

async function textOf(popup, testId) {
  return (await byTestId(popup, testId)).evaluate((element) => element.textContent);
}

async function capture(driven, page, url, requests) {
  try {
    await load(page, url);
  } catch (error) {
    return { url, state: 'failed', reason: `the page did not load: ${error.message}`, ms: 0 };
  }
  const popup = await driven.openPopup(page);
  const before = requests?.length ?? 0;
  const started = performance.now();
  const state = await press(popup, 'capture-page', 'capture-status');
  const ms = performance.now() - started;
  const seen = requests && requests.length - before;
  return { url, state, ms, seen, reason: state === 'failed' ? await textOf(popup, 'capture-status') : '' };
}

async function exportCase(driven, page) {
  const popup = await driven.openPopup(page);
  const download = await expectDownload(driven.downloadDir);
  const started = performance.now();
  const state = await press(popup, 'export-case', 'export-status');
  if (state === 'failed') throw new SetupError(`The export failed:\n${await textOf(popup, 'export-status')}`);
  return { file: await download.file, ms: performance.now() - started };
}

async function check(file) {
  const verifier = [process.execPath, [join(ROOT, 'tests/tools/verify.mjs'), file, '--json']];
  const unzip = onPath('unzip') ? [['unzip -t', 'unzip', ['-tq', file]]] : [];
  const results = [];
  for (const [name, command, args] of [['npm run verify', ...verifier], ...unzip]) {
    const { code, output } = await collect(command, args);
    results.push({ name, passed: code === 0, output: code === 0 ? '' : tail(output) });
  }
  return results;
}

/**
 * Does the operative's job in a browser without a window, by the extension's own buttons: a case, a capture
 * of each page, the export; then checks the bundle and prints what came of it.
 * @param {import('../e2e/harness/index.mjs').LaunchOptions} options
 * @param {string[]} urls
 * @param {unknown[]} [requests] the log of the sample shop's server, if the pages are its
 * @returns {Promise<number>} exit code: 0 if every page was captured and the bundle holds
 */
export async function demonstrate(options, urls, requests) {
  const driven = await launchChromium({ ...options, headless: true });
  try {
    const page = await driven.browser.newPage();
    await createCase(await driven.openPopup(page));
    const captures = [];
    for (const url of urls) {
      process.stdout.write(`· capturing ${url} … `);
      const result = await capture(driven, page, url, requests);
      process.stdout.write(`${result.state}\n`);
      captures.push(result);
    }
    if (!captures.some(({ state }) => state === 'done')) {
      throw new SetupError(
        `Nothing could be captured:\n${captures.map(({ url, reason }) => `  ${url}: ${reason}`).join('\n')}`,
      );
    }
    const exported = await exportCase(driven, page);
    const checks = await check(exported.file);
    const version = await driven.browser.version();
    printReport({
      captures,
      checks,
      version,
      exportMs: exported.ms,
      bundle: await inspectBundle(exported.file),
    });
    return captures.every(({ state }) => state === 'done') && checks.every(({ passed }) => passed) ? 0 : 1;
  } finally {
    await driven.close();
  }
}
