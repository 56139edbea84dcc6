// npm run bench: how long a capture takes, click to saved, by step, beside MHTML alone and html2canvas alone in the
// same run; how that grows with the store. --quick: the first three pages, an empty store; --chromium, --firefox: one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium, launchFirefox, press } from '../../e2e/harness/index.mjs';
import { seedStore } from '../../fixtures/seeded-store/seed-store.mjs';
import { provide } from '../../tools/browsers.mjs';
import { build } from '../../tools/build.mjs';
import { html2canvasAlone, mhtmlAlone } from './alone.mjs';
import { servePages } from './pages.mjs';
import { readNewest } from './read-newest.mjs';

const RUNS = 5;
const isQuick = process.argv.includes('--quick');
const STORES = isQuick ? [] : [10, 100, 1_000];
const only = ['chromium', 'firefox'].filter((name) => process.argv.includes(`--${name}`));
const BROWSERS = only.length > 0 ? only : ['chromium', 'firefox'];
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Opens a page, captures it some times, and takes MHTML and html2canvas alone of the same page. */
async function measure(driven, reader, { url, requests, ready }, runs = RUNS) {
  const page = await driven.browser.newPage();
  await page.goto(url, { waitUntil: 'load' });
  if (ready) await page.waitForFunction(ready);
  await page.waitForNetworkIdle({ idleTime: 500 });
  const results = [];
  let seen = 0;
  for (let run = 0; run < runs; run += 1) {
    const popup = await driven.openPopup(page);
    const before = requests();
    const state = await press(popup, 'capture-page', 'capture-status');
    seen += requests() - before;
    await driven.closePopup();
    const newest = await reader.evaluate(readNewest);
    if (state !== 'done' || newest.kind !== 'capture-saved')
      throw new Error(`${url}: ${state}, ${newest.kind}`);
    results.push(newest);
  }
  await page.bringToFront();
  const alone = {
    mhtml: await mhtmlAlone(page, driven.kind === 'chromium'),
    html2canvas: await html2canvasAlone(page),
  };
  await page.close();
  return { ...summary(results), requestsSeen: seen, alone };
}

function summary(results) {
  const steps = {};
  for (const { name } of results[0].manifest.steps) {
    steps[name] = median(
      results.map(({ manifest }) => manifest.steps.find((it) => it.name === name)?.durationMs ?? 0),
    );
  }
  const clickToSavedMs = median(results.map(({ ms }) => ms));
  const withoutPageImagesMs = median(
    results.map(
      ({ ms, manifest }) => ms - (manifest.steps.find(({ name }) => name === 'page-images')?.durationMs ?? 0),
    ),
  );
  const bytes = results[0].manifest.artifacts.reduce((sum, artifact) => sum + artifact.bytes, 0);
  return { clickToSavedMs, withoutPageImagesMs, bytes, steps };
}

async function benchBrowser(name, executablePath, extensionDir) {
  const dir = mkdtempSync(join(tmpdir(), 'osmotr-bench-'));
  const launch = name === 'firefox' ? launchFirefox : launchChromium;
  const driven = await launch({ executablePath, extensionDir, downloadDir: dir, offline: true });
  const served = await servePages({ realSites: isQuick ? 0 : Number.POSITIVE_INFINITY });
  try {
    const version = await driven.browser.version();
    const reader = await driven.openExtensionPage('casebook.html');
    const pages = {};
    for (const page of served.pages) {
      pages[page.name] = await measure(driven, reader, page);
    }
    const growth = {};
    let filled = 0;
    for (const size of STORES) {
      await seedStore(reader, { captures: size - filled });
      filled = size;
      growth[size] = (await measure(driven, reader, served.pages[0], 3)).withoutPageImagesMs;
    }
    return { version, pages, capturesInStore: growth };
  } finally {
    await driven.close();
    await served.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

function print(name, { version, pages, capturesInStore }) {
  console.log(`\n${name}: ${version}`);
  const rows = Object.entries(pages).map(([page, it]) => [
    page,
    {
      'click to saved, ms': it.clickToSavedMs,
      'without page images': it.withoutPageImagesMs,
      requests: it.requestsSeen,
      MB: +(it.bytes / 1e6).toFixed(1),
      'MHTML alone': it.alone.mhtml,
      'html2canvas alone': it.alone.html2canvas,
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
  loadBefore: loadavg()[0],
  browsers: {},
};
for (const name of BROWSERS) {
  results.browsers[name] = await benchBrowser(name, browsers[name], extensions[name]);
  print(name, results.browsers[name]);
}
writeFileSync(new URL('../results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
