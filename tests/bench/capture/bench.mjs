// npm run bench: how long a capture takes, click to saved, by step, beside MHTML alone and html2canvas alone in the
// same run; how that grows with the store. --quick: the first three pages, an empty store; --chromium, --firefox: one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium, launchFirefox } from '../../e2e/harness/index.mjs';
import { seedStore } from '../../fixtures/seeded-store/seed-store.mjs';
import { provide } from '../../tools/browsers.mjs';
import { build } from '../../tools/build.mjs';
import { processorTime } from '../bundle/processes.mjs';
import { html2canvasAlone, mhtmlAlone } from './alone.mjs';
import { servePages } from './pages.mjs';
import { pressTimed } from './press-timed.mjs';
import { readNewest } from './read-newest.mjs';

const isQuick = process.argv.includes('--quick');
const RUNS = isQuick ? 3 : 5;
const STORES = isQuick ? [] : [10, 100, 1_000];
const only = ['chromium', 'firefox'].filter((name) => process.argv.includes(`--${name}`));
const BROWSERS = only.length > 0 ? only : ['chromium', 'firefox'];
/** Longest wait for one capture or one rival, in ms: a busy machine takes minutes for the heavy page. */
const PATIENCE_MS = 300_000;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const load = () => Math.round(loadavg()[0] * 10) / 10;
const failure = (thrown) => String(thrown).replace(/\s+/g, ' ').slice(0, 120);

/** The outcome of `work`, or how it failed: one page that goes wrong must not cost the figures of the others. */
async function within(work, patienceMs = PATIENCE_MS) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done in ${patienceMs / 1_000} s`)), patienceMs);
  });
  try {
    return await Promise.race([work(), limit]);
  } catch (thrown) {
    return failure(thrown);
  } finally {
    clearTimeout(timer);
  }
}

async function openPage(driven, { url, ready }) {
  const page = await driven.browser.newPage();
  await page.goto(url, { waitUntil: 'load', timeout: PATIENCE_MS });
  if (ready) await page.waitForFunction(ready, { timeout: PATIENCE_MS });
  await page.waitForNetworkIdle({ idleTime: 500, timeout: PATIENCE_MS });
  return page;
}

/** One press of the popup's button: how long it took, what came of it, and what it cost. */
async function captureOnce(driven, reader, page, requests) {
  const popup = await driven.openPopup(page);
  const before = { requests: requests(), processor: processorTime(driven.browser) };
  const { state, ms } = await pressTimed(popup, PATIENCE_MS);
  const seen = requests() - before.requests;
  const processor = before.processor === null ? null : processorTime(driven.browser) - before.processor;
  await driven.closePopup();
  if (state !== 'done') throw new Error(`the capture has ${state}`);
  return { ms, manifest: await reader.evaluate(readNewest), seen, processor };
}

/** Captures a page some times. */
async function measure(driven, reader, page, { requests }, runs = RUNS) {
  const results = [];
  for (let run = 0; run < runs; run += 1) results.push(await captureOnce(driven, reader, page, requests));
  return summary(results);
}

/** The same, and MHTML and html2canvas alone of the same page. */
async function measureBesideRivals(driven, reader, page, target) {
  const measured = await measure(driven, reader, page, target);
  await page.bringToFront();
  const alone = {
    mhtml: await within(() => mhtmlAlone(page, driven.kind === 'chromium')),
    html2canvas: await within(() => html2canvasAlone(page)),
  };
  const ratio = (rival) => (typeof rival === 'number' ? round(measured.withoutPageImagesMs / rival) : null);
  const timesAsLong = { mhtml: ratio(alone.mhtml), html2canvas: ratio(alone.html2canvas) };
  return { ...measured, alone, timesAsLong, load: load() };
}

const round = (value) => Math.round(value * 100) / 100;

function summary(results) {
  const steps = {};
  const failed = new Set();
  for (const { manifest } of results) {
    for (const { name, outcome } of manifest.steps) {
      steps[name] ??= median(
        results.map((it) => it.manifest.steps.find((step) => step.name === name)?.durationMs ?? 0),
      );
      if (outcome === 'failed') failed.add(name);
    }
  }
  const pageImages = ({ steps: all }) => all.find(({ name }) => name === 'page-images')?.durationMs ?? 0;
  return {
    clickToSavedMs: median(results.map(({ ms }) => ms)),
    withoutPageImagesMs: median(results.map(({ ms, manifest }) => ms - pageImages(manifest))),
    processorMs: results[0].processor === null ? null : median(results.map(({ processor }) => processor)),
    requestsSeen: results.reduce((sum, { seen }) => sum + seen, 0),
    bytes: results[0].manifest.artifacts.reduce((sum, artifact) => sum + artifact.bytes, 0),
    failedSteps: [...failed],
    steps,
  };
}

/** What `work` says of a page; the page is closed then, also one that answers no more. */
async function onPage(driven, target, work) {
  let page;
  const done = await within(
    async () => {
      page = await openPage(driven, target);
      return work(page);
    },
    PATIENCE_MS * (RUNS + 2),
  );
  await within(() => page?.close());
  return typeof done === 'string' ? { error: done } : done;
}

async function benchBrowser(name, executablePath, extensionDir, keep) {
  const dir = mkdtempSync(join(tmpdir(), 'osmotr-bench-'));
  const launch = name === 'firefox' ? launchFirefox : launchChromium;
  const driven = await launch({ executablePath, extensionDir, downloadDir: dir, offline: true });
  const served = await servePages({ realSites: isQuick ? 0 : Number.POSITIVE_INFINITY });
  const result = { version: await driven.browser.version(), pages: {}, capturesInStore: {} };
  try {
    const reader = await driven.openExtensionPage('casebook.html');
    // A screen that follows the store would read it anew for each capture that is made, and be measured with it.
    await reader.evaluate(() => {
      location.hash = '#/verify';
    });
    await reader.waitForSelector('main input[type="file"]');
    for (const target of served.pages) {
      const measured = await onPage(driven, target, (page) =>
        measureBesideRivals(driven, reader, page, target),
      );
      result.pages[target.name] = measured;
      tell(name, target.name, measured);
      keep(name, result);
    }
    let filled = 0;
    for (const size of STORES) {
      // Behind others its timers rest.
      await reader.bringToFront();
      const seeded = await within(() => seedStore(reader, { captures: size - filled }));
      filled = size;
      const measured =
        typeof seeded === 'string'
          ? { error: seeded }
          : await onPage(driven, served.pages[0], (page) =>
              measure(driven, reader, page, served.pages[0], 3),
            );
      result.capturesInStore[size] = measured.withoutPageImagesMs ?? measured;
      tell(name, `${size} captures in the store`, measured);
      keep(name, result);
    }
    return result;
  } finally {
    await within(() => driven.close());
    await served.close();
    rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function tell(browser, what, { error, clickToSavedMs, withoutPageImagesMs }) {
  const outcome = error ?? `${clickToSavedMs} ms, ${withoutPageImagesMs} without page images`;
  console.log(`${browser}, ${what}: ${outcome} (load ${load()})`);
}

function print(name, { version, pages, capturesInStore }) {
  console.log(`\n${name}: ${version}`);
  const rows = Object.entries(pages).map(([page, it]) => [
    page,
    it.error
      ? { error: it.error }
      : {
          'click to saved, ms': it.clickToSavedMs,
          'without page images': it.withoutPageImagesMs,
          processor: it.processorMs,
          requests: it.requestsSeen,
          MB: round(it.bytes / 1e6),
          'MHTML alone': it.alone.mhtml,
          'times that': it.timesAsLong.mhtml,
          'html2canvas alone': it.alone.html2canvas,
          'times this': it.timesAsLong.html2canvas,
          ...it.steps,
        },
  ]);
  console.table(Object.fromEntries(rows));
  console.log('the torture page without page images, ms, with captures in the store:', capturesInStore);
}

const browsers = await provide({ browsers: BROWSERS, tools: [], quiet: true });
const extensions = await build({ browsers: BROWSERS, quiet: true });
const results = {
  date: new Date().toISOString(),
  machine: `${cpus().length} × ${cpus()[0].model}`,
  loadBefore: load(),
  runs: RUNS,
  browsers: {},
};
/** Kept page by page: what is measured is not lost if the rest fails. */
function keep(name, result) {
  results.browsers[name] = result;
  writeFileSync(new URL('../results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
}
for (const name of BROWSERS) {
  print(name, await benchBrowser(name, browsers[name], extensions[name], keep));
}
