// npm run bench:bundle [-- --sizes chromium:1,chromium:5,firefox:1]   (gigabytes)
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build as bundleScript } from 'esbuild';
import {
  byTestId,
  expectDownload,
  launchChromium,
  launchFirefox,
  waitForState,
} from '../../e2e/harness/index.mjs';
import { seedStore } from '../../fixtures/seeded-store/seed-store.mjs';
import { provide } from '../../tools/browsers.mjs';
import { build } from '../../tools/build.mjs';
import { round, watched } from './processes.mjs';

const LIMIT_MS = 900_000;
const TILE_BYTES = 12_600_000;
const TILES = 5;
const RESULTS = new URL('../results-bundle.json', import.meta.url);

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: 'chromium:1,chromium:5,firefox:1' } },
});

/** Seconds of a command, as it ran. */
function timed(program, args) {
  const start = performance.now();
  execFileSync(program, args, { stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 26 });
  return round((performance.now() - start) / 1000);
}

/** Waits for the end of work whatever time it takes: one call into the page may last three minutes. */
async function endOf(page, status) {
  const limit = performance.now() + LIMIT_MS;
  while (performance.now() < limit) {
    const state = await page.$eval(`[data-testid="${status}"]`, (it) => it.dataset.state);
    if (state === 'done' || state === 'failed') return state;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${status} did not end`);
}

async function exportOnce(driven, page) {
  const download = await expectDownload(driven.downloadDir, LIMIT_MS);
  const result = await watched(driven.browser, async () => {
    await (await byTestId(page, 'export-case')).click();
    await waitForState(page, 'export-status', 'working');
    const state = await endOf(page, 'export-status');
    if (state !== 'done')
      throw new Error(await page.$eval('[data-testid="export-status"]', (it) => it.textContent));
  });
  return { file: await download.file, ...result };
}

/** `verify.html` of the bundle, opened from disk. */
async function verifyOnce(driven, file, dir) {
  const html = join(dir, 'verify.html');
  writeFileSync(html, execFileSync('unzip', ['-p', file, 'verify.html']));
  const page = await driven.browser.newPage();
  await page.goto(pathToFileURL(html).href);
  const input = await page.$('[data-testid="verify-file"]');
  const result = await watched(driven.browser, async () => {
    await input.uploadFile(file);
    await endOf(page, 'verify-status');
  });
  const verdict = await page.$eval('[data-testid="verify-status"]', (it) => it.dataset.verdict);
  if (verdict !== 'good') throw new Error(`the bundle does not hold: ${verdict}`);
  await page.close();
  return { htmlBytes: statSync(html).size, ...result };
}

/** The same stored files through JSZip alone, as far as a Blob of the ZIP. */
async function zipOnce(driven) {
  const page = await driven.openExtensionPage('casebook.html');
  const bundle = await bundleScript({
    entryPoints: [new URL('zip-all.mjs', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'osmotrBench',
  });
  await page.evaluate(`${bundle.outputFiles[0].text}; globalThis.osmotrBench = osmotrBench; undefined`);
  const result = await watched(driven.browser, () => page.evaluate(() => globalThis.osmotrBench.zipAll()));
  await page.close();
  return result;
}

async function benchOne(name, gigabytes, executablePath, extensionDir) {
  const dir = mkdtempSync(join(tmpdir(), 'osmotr-bench-bundle-'));
  const launch = name === 'firefox' ? launchFirefox : launchChromium;
  const options = {
    executablePath,
    extensionDir,
    downloadDir: join(dir, 'downloads'),
    profileDir: join(dir, 'profile'),
  };
  let driven = await launch(options);
  try {
    const seeder = await driven.openExtensionPage('casebook.html');
    const captures = Math.ceil((gigabytes * 1e9) / (TILE_BYTES * TILES) / 0.9);
    await seedStore(seeder, { captures, largeTiles: TILES });
    // A fresh browser: what seeding took is not to be counted.
    await driven.close();
    driven = await launch(options);
    const page = await driven.openExtensionPage('casebook.html');
    await (await byTestId(page, 'case-row')).click();
    const { file, ...exported } = await exportOnce(driven, page);
    const { size } = statSync(file);
    const { htmlBytes, ...verified } = await verifyOnce(driven, file, dir);
    const jszip = gigabytes <= 1 ? await zipOnce(driven) : null;
    const copySeconds = timed('cp', ['--reflink=never', file, join(dir, 'copy')]);
    rmSync(join(dir, 'copy'));
    return {
      bytes: size,
      captures,
      htmlBytes,
      export: exported,
      jszip,
      verify: { ...verified, MBps: round(size / 1e6 / verified.seconds) },
      verifyCommandSeconds: timed(process.execPath, ['tests/tools/verify.mjs', file, '--json']),
      sha256sumSeconds: timed('sha256sum', [file]),
      copySeconds,
    };
  } finally {
    await driven.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

function row({ bytes, captures, export: exported, jszip, verify, ...rest }) {
  return {
    GB: round(bytes / 1e9),
    captures,
    'export, s': exported.seconds,
    'its memory, +MB': exported.riseMB,
    'copy (cp), s': rest.copySeconds,
    'JSZip, s': jszip?.seconds,
    'its memory, +MB ': jszip?.riseMB,
    'verify.html, s': verify.seconds,
    'its memory, +MB  ': verify.riseMB,
    'npm run verify, s': rest.verifyCommandSeconds,
    'sha256sum, s': rest.sha256sumSeconds,
  };
}

const wanted = values.sizes.split(',').map((text) => text.split(':'));
const names = [...new Set(wanted.map(([name]) => name))];
const browsers = await provide({ browsers: names, tools: ['unzip'], quiet: true });
const extensions = await build({ browsers: names, quiet: true });
const results = {
  date: new Date().toISOString(),
  machine: `${cpus().length} × ${cpus()[0].model}`,
  loadBefore: loadavg()[0],
  runs: {},
};
for (const [name, size] of wanted) {
  results.runs[`${name} ${size} GB`] = await benchOne(name, Number(size), browsers[name], extensions[name]);
  console.table(Object.fromEntries(Object.entries(results.runs).map(([run, result]) => [run, row(result)])));
}
console.log('verify.html, bytes:', Object.values(results.runs)[0].htmlBytes);
writeFileSync(RESULTS, `${JSON.stringify({ ...JSON.parse(readExisting()), ...results }, null, 2)}\n`);

function readExisting() {
  try {
    return readFileSync(RESULTS, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return '{}';
  }
}
