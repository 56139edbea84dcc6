// npm run bench: how long a capture takes, click to saved, by step; how that grows with the store.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { byTestId, launchChromium, launchFirefox, press } from '../../e2e/harness/index.mjs';
import { createShopServer } from '../../fixtures/shop/server.mjs';
import { provide } from '../../tools/browsers.mjs';
import { build } from '../../tools/build.mjs';
import { serveHeavyPage } from './heavy-page.mjs';

const RUNS = 5;
// --quick leaves out how the time grows with the store, which takes minutes to fill.
const STORES = process.argv.includes('--quick') ? [] : [10, 100, 1_000];
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Runs in a page of the extension: the newest capture's manifest and its two times out of the journal. */
async function readNewest() {
  const open = indexedDB.open('osmotr');
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(open);
  const all = (table) => done(db.transaction(table).objectStore(table).getAll());
  const events = (await all('journal')).filter(({ kind }) => kind.startsWith('capture-')).slice(-2);
  const id = events[1].data.capture;
  const blob = await done(db.transaction('blobs').objectStore('blobs').get([id, 'capture.json']));
  db.close();
  const [started, saved] = events.map(({ time }) => Date.parse(time));
  return { ms: saved - started, manifest: JSON.parse(await blob.blob.text()), kind: events[1].kind };
}

/** Runs there too: copies the first capture until the store has `total` of them. */
async function fillStore(total) {
  const done = (request) =>
    new Promise((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
  const db = await done(indexedDB.open('osmotr'));
  const tables = ['captures', 'artifacts', 'blobs', 'thumbnails', 'indicators'];
  const read = (table) => done(db.transaction(table).objectStore(table).getAll());
  const rows = Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await read(table)])));
  const first = rows.captures[0];
  for (let number = rows.captures.length + 1; number <= total; number += 1) {
    const id = crypto.randomUUID();
    const transaction = db.transaction(tables, 'readwrite');
    transaction.objectStore('captures').add({ ...first, id, number });
    for (const table of tables.slice(1)) {
      for (const row of rows[table].filter(({ captureId }) => captureId === first.id)) {
        const { id: _id, ...copy } = row;
        transaction.objectStore(table).add({ ...copy, captureId: id });
      }
    }
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
  }
  db.close();
}

async function measure(driven, reader, url, requests, runs = RUNS) {
  const page = await driven.browser.newPage();
  await page.goto(url, { waitUntil: 'load' });
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
  await page.close();
  const steps = {};
  for (const { name } of results[0].manifest.steps) {
    steps[name] = median(
      results.map(({ manifest }) => manifest.steps.find((it) => it.name === name).durationMs),
    );
  }
  const total = median(results.map(({ ms }) => ms));
  const pictures = steps['page-images'] ?? 0;
  const bytes = results[0].manifest.artifacts.reduce((sum, artifact) => sum + artifact.bytes, 0);
  return { clickToSavedMs: total, withoutPageImagesMs: total - pictures, requestsSeen: seen, bytes, steps };
}

async function benchBrowser(name, executablePath, extensionDir) {
  const dir = mkdtempSync(join(tmpdir(), 'osmotr-bench-'));
  const launch = name === 'firefox' ? launchFirefox : launchChromium;
  const driven = await launch({ executablePath, extensionDir, downloadDir: dir });
  const shop = await createShopServer();
  const heavy = await serveHeavyPage();
  const shopRequests = () => shop.requests.length;
  try {
    const version = await driven.browser.version();
    const reader = await driven.openExtensionPage('casebook.html');
    const pages = {};
    for (const path of ['/payment', '/partner', '/long']) {
      pages[path] = await measure(driven, reader, shop.origin + path, shopRequests);
    }
    pages['10,000 elements, 100 pictures'] = await measure(driven, reader, heavy.url, heavy.requests);
    await reader.bringToFront();
    await (await byTestId(reader, 'open-settings')).click();
    await (await reader.waitForSelector('[data-testid="picture-strategy-rendered"]')).click();
    pages['/payment, drawn by html2canvas'] = await measure(
      driven,
      reader,
      `${shop.origin}/payment`,
      shopRequests,
      3,
    );
    await reader.bringToFront();
    await (await reader.waitForSelector('[data-testid="picture-strategy-automatic"]')).click();
    const growth = {};
    for (const size of STORES) {
      // In pieces: the browser answers one call for three minutes at most.
      for (let filled = 0; filled < size; filled += 50)
        await reader.evaluate(fillStore, Math.min(size, filled + 50));
      growth[size] = (
        await measure(driven, reader, `${shop.origin}/payment`, shopRequests, 3)
      ).clickToSavedMs;
    }
    return { version, pages, capturesInStore: growth };
  } finally {
    await driven.close();
    await shop.close();
    heavy.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

function print(name, { version, pages, capturesInStore }) {
  console.log(`\n${name}: ${version}`);
  console.table(
    Object.fromEntries(
      Object.entries(pages).map(
        ([page, { steps, bytes, clickToSavedMs, withoutPageImagesMs, requestsSeen }]) => [
          page,
          {
            'click to saved, ms': clickToSavedMs,
            'without page images': withoutPageImagesMs,
            requests: requestsSeen,
            MB: +(bytes / 1e6).toFixed(1),
            ...steps,
          },
        ],
      ),
    ),
  );
  console.log('click to saved of /payment, ms, with captures in the store:', capturesInStore);
}

const browsers = await provide({ browsers: ['chromium', 'firefox'], tools: [], quiet: true });
const extensions = await build({ browsers: ['chromium', 'firefox'], quiet: true });
const results = {
  date: new Date().toISOString(),
  machine: `${cpus().length} × ${cpus()[0].model}`,
  loadBefore: loadavg()[0],
  browsers: {},
};
for (const name of ['chromium', 'firefox']) {
  results.browsers[name] = await benchBrowser(name, browsers[name], extensions[name]);
  print(name, results.browsers[name]);
}
writeFileSync(new URL('../results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
