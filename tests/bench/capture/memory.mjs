// node tests/bench/capture/memory.mjs [pictures] [--firefox]: the most memory that the extension's own process takes while
// a page of many pictures is captured (600 are 200 MB), and in which step; and how the capture ended.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium, launchFirefox } from '../../e2e/harness/index.mjs';
import { serveHeavyPage } from '../../fixtures/heavy-page/server.mjs';
import { provide } from '../../tools/browsers.mjs';
import { build } from '../../tools/build.mjs';
import { pressTimed } from './press-timed.mjs';
import { readNewest } from './read-newest.mjs';

const EVERY_MS = 100;
const STEP_LIMIT_SECONDS = 60;
const kind = process.argv.includes('--firefox') ? 'firefox' : 'chromium';
const pictures = Number(process.argv.slice(2).find((it) => /^\d+$/.test(it)) ?? 600);
const executablePath = (await provide({ browsers: [kind], tools: [], quiet: true }))[kind];
const extensionDir = (await build({ browsers: [kind], quiet: true }))[kind];
const dir = mkdtempSync(join(tmpdir(), 'osmotr-memory-'));
const launch = kind === 'firefox' ? launchFirefox : launchChromium;
const driven = await launch({ executablePath, extensionDir, downloadDir: dir });
const heavy = await serveHeavyPage(pictures);

/** Processes of the extension's pages and worker: of all, those below this browser's own. */
function extensionProcesses() {
  const read = (pid, file) => readFileSync(`/proc/${pid}/${file}`, 'latin1');
  const all = readdirSync('/proc').filter((it) => /^\d+$/.test(it));
  const parents = new Map(
    all.flatMap((pid) => {
      try {
        return [[pid, /^PPid:\s+(\d+)/m.exec(read(pid, 'status'))?.[1]]];
      } catch {
        return [];
      }
    }),
  );
  const isOurs = (pid) => {
    for (let at = pid; at; at = parents.get(at)) if (at === String(driven.browser.process().pid)) return true;
    return false;
  };
  const isExtension = (pid) =>
    kind === 'firefox'
      ? read(pid, 'comm').startsWith('WebExtensions')
      : read(pid, 'cmdline').includes('--extension-process');
  return [...parents.keys()].filter((pid) => isOurs(pid) && isExtension(pid));
}

/** Where Chromium says how big the heap of our worker is. */
async function workerClient() {
  const target = await driven.browser.waitForTarget((it) => it.type() === 'service_worker');
  return target.createCDPSession();
}

/** Memory of their own, in bytes: also what lies outside the heap of JavaScript, such as canvases and long strings. */
const ownMemory = (pids) =>
  pids.reduce((sum, pid) => {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    return sum + 1024 * Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  }, 0);

try {
  const reader = await driven.openExtensionPage('casebook.html');
  // Every step is to come to its end, however slow the machine.
  await reader.evaluate(
    (stepLimitSeconds) => chrome.storage.local.set({ stepLimitSeconds }),
    STEP_LIMIT_SECONDS,
  );
  const page = await driven.browser.newPage();
  await page.goto(heavy.url, { waitUntil: 'load' });
  const client = kind === 'chromium' ? await workerClient() : null;
  const popup = await driven.openPopup(page);
  const pids = extensionProcesses();
  const idle = ownMemory(pids);
  const samples = [];
  let isDone = false;
  const sampling = (async () => {
    while (!isDone) {
      const usage = (await client?.send('Runtime.getHeapUsage').catch(() => null)) ?? { usedSize: 0 };
      const heap = usage.usedSize + (usage.backingStorageSize ?? 0);
      samples.push({ at: Date.now(), heap, process: ownMemory(pids) });
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  const { state, ms } = await pressTimed(popup, 170_000);
  isDone = true;
  await sampling;
  const manifest = await reader.evaluate(readNewest);
  const bytes = manifest.artifacts.map(({ name, bytes: size }) => `${name} ${(size / 1e6).toFixed(1)} MB`);
  const begun = Date.parse(manifest.time.started);
  const inMegabytes = (list, what) => Math.round(Math.max(0, ...list.map((it) => it[what])) / 1e6);
  const steps = manifest.steps.map(({ name, outcome, startedMs, durationMs }) => {
    const own = samples.filter(({ at }) => at >= begun + startedMs && at <= begun + startedMs + durationMs);
    return `${name} ${outcome} ${durationMs} ms, heap ${inMegabytes(own, 'heap')} MB, process ${inMegabytes(own, 'process')} MB`;
  });
  const most = { heap: inMegabytes(samples, 'heap'), process: inMegabytes(samples, 'process') };
  const idleMB = Math.round(idle / 1e6);
  console.log({
    kind,
    pictures,
    state,
    ms,
    idleMB,
    most,
    bytes,
    steps,
    notes: manifest.notes,
    load: loadavg(),
  });
} finally {
  await driven.close();
  heavy.close();
  rmSync(dir, { recursive: true, force: true });
}
