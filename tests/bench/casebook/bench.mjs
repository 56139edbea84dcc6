// npm run bench:casebook: how long the casebook takes to open, list, filter, search and show a capture, and how that
// grows with 10, 100 and 1,000 captures of one case in the store. --chromium, --firefox: one browser alone.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium, launchFirefox } from '../../e2e/harness/index.mjs';
import { seedStore } from '../../fixtures/seeded-store/seed-store.mjs';
import { provide } from '../../tools/browsers.mjs';
import { build } from '../../tools/build.mjs';
import { followHash, hashIn, timeTyping, timeUntil } from './in-page.mjs';

const RUNS = 5;
const STORES = [10, 100, 1_000];
const only = ['chromium', 'firefox'].filter((name) => process.argv.includes(`--${name}`));
const BROWSERS = only.length > 0 ? only : ['chromium', 'firefox'];
const testId = (id) => `[data-testid="${id}"]`;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The median of some runs, ms. */
async function measure(work) {
  const times = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await work());
  return Math.round(median(times));
}

/** From the page's own navigation to what stands on it: a page of its own each time, as for who opens it. */
function opening(driven, path, selector) {
  return measure(async () => {
    const page = await driven.openExtensionPage(path);
    const ms = await page.evaluate(timeUntil, selector);
    await page.close();
    return ms;
  });
}

/** From a click on a link to what stands behind it. */
function screen(page, hash, selector) {
  return measure(async () => {
    // A page behind another one is painted by no browser.
    await page.bringToFront();
    await page.evaluate(followHash, '#/verify', 'main input[type="file"]');
    return page.evaluate(followHash, hash, selector);
  });
}

/** From a key in a field to the list that has followed it: the longest of some texts, typed one after another. */
async function typing(page, field, status, texts) {
  const times = [];
  await page.bringToFront();
  for (const text of texts) {
    times.push(await page.evaluate(timeTyping, testId(field), status, text));
  }
  return Math.round(Math.max(...times));
}

async function measureStore(driven, page, { caseId, captureId }) {
  const of = (tab) => `#/case/${caseId}/${tab}`;
  const list = testId('capture-row');
  const figures = {
    popup: await opening(driven, 'popup.html', testId('case-select')),
    'open the casebook': await opening(driven, `casebook.html${of('captures')}`, list),
    'list of cases': await screen(page, '#/start', testId('case-line')),
    overview: await screen(page, of('overview'), testId('recent-capture')),
    'list captures': await screen(page, of('captures'), list),
  };
  await page.bringToFront();
  await page.evaluate(followHash, of('captures'), list);
  figures['filter captures'] = await typing(page, 'captures-search', ['capture-count', 'shown'], FILTERS);
  figures['list indicators'] = await screen(page, of('indicators'), testId('indicator-row'));
  figures['indicators of all cases'] = await screen(page, '#/indicators', testId('indicator-row'));
  figures['open a capture'] = await screen(page, `#/capture/${captureId}`, 'main img');
  await page.evaluate(followHash, '#/search', testId('search-box'));
  // The first letters wait for the words of all captures to be read; the next ones don't.
  figures['search, first'] = await typing(
    page,
    'search-box',
    ['search-results', 'found'],
    QUERIES.slice(0, 1),
  );
  figures['search, next'] = await typing(page, 'search-box', ['search-results', 'found'], QUERIES.slice(1));
  return figures;
}

const FILTERS = ['luna', 'payment', 'karvon', 'нет такого', 'оплата'];
const QUERIES = [
  'доставка',
  'лунная пыль',
  'yetkazib',
  'жеткізу ғал',
  'bot',
  'нетслова',
  'order 1006',
  'операт',
];

async function benchBrowser(name, executablePath, extensionDir) {
  const dir = mkdtempSync(join(tmpdir(), 'osmotr-bench-'));
  const launch = name === 'firefox' ? launchFirefox : launchChromium;
  const driven = await launch({ executablePath, extensionDir, downloadDir: dir, offline: true });
  try {
    const stores = {};
    const page = await driven.openExtensionPage('casebook.html');
    for (const captures of STORES) {
      await page.bringToFront();
      // A screen that follows the store would read all of it anew for each capture that is made.
      await page.evaluate(followHash, '#/verify', 'main input[type="file"]');
      const [made] = await seedStore(page, { captures, cases: 1 });
      await page.evaluate(followHash, `#/case/${made.id}/captures`, testId('capture-row'));
      console.log(`${name}: ${captures} captures are there`);
      stores[captures] = await measureStore(driven, page, { caseId: made.id, captureId: await hashIn(page) });
    }
    return { version: await driven.browser.version(), stores };
  } finally {
    await driven.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

function print(name, { version, stores }) {
  console.log(`\n${name}: ${version}; ms by captures in the case, and how many times 1,000 take of 10`);
  const [least, most] = [STORES[0], STORES.at(-1)];
  const rows = Object.keys(stores[least]).map((figure) => [
    figure,
    {
      ...Object.fromEntries(STORES.map((captures) => [captures, stores[captures][figure]])),
      grows: +(stores[most][figure] / Math.max(1, stores[least][figure])).toFixed(1),
    },
  ]);
  console.table(Object.fromEntries(rows));
}

const browsers = await provide({ browsers: BROWSERS, tools: [], quiet: true });
const extensions = await build({ browsers: BROWSERS, quiet: true });
const file = new URL('../results-casebook.json', import.meta.url);
const results = JSON.parse(readFileSync(file, 'utf8'));
results.machine = `${cpus().length} × ${cpus()[0].model}`;
for (const name of BROWSERS) {
  const date = new Date().toISOString();
  const loadBefore = loadavg()[0];
  const measured = await benchBrowser(name, browsers[name], extensions[name]);
  print(name, measured);
  console.log(`load before ${loadBefore.toFixed(1)}, after ${loadavg()[0].toFixed(1)}`);
  // Written browser by browser: a run takes half an hour on a busy machine, and one browser may end it.
  results.browsers[name] = { date, loadBefore, loadAfter: loadavg()[0], ...measured };
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}
