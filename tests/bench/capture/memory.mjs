// node tests/bench/capture/memory.mjs [pictures]: the most memory of Chromium's worker while a page of many pictures is
// captured (600 are 200 MB), sampled; and how the capture ended.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium, press } from '../../e2e/harness/index.mjs';
import { provide } from '../../tools/browsers.mjs';
import { build } from '../../tools/build.mjs';
import { serveHeavyPage } from './heavy-page.mjs';
import { readNewest } from './read-newest.mjs';

const pictures = Number(process.argv[2] ?? 600);
const executablePath = (await provide({ browsers: ['chromium'], tools: [], quiet: true })).chromium;
const extensionDir = (await build({ browsers: ['chromium'], quiet: true })).chromium;
const dir = mkdtempSync(join(tmpdir(), 'osmotr-memory-'));
const driven = await launchChromium({ executablePath, extensionDir, downloadDir: dir });
const heavy = await serveHeavyPage(pictures);
try {
  const reader = await driven.openExtensionPage('casebook.html');
  const page = await driven.browser.newPage();
  await page.goto(heavy.url, { waitUntil: 'load' });
  const target = await driven.browser.waitForTarget((it) => it.type() === 'service_worker');
  const client = await target.createCDPSession();
  let most = 0;
  let isDone = false;
  const sampling = (async () => {
    while (!isDone) {
      const usage = await client.send('Runtime.getHeapUsage').catch(() => ({ usedSize: 0 }));
      most = Math.max(most, usage.usedSize + (usage.backingStorageSize ?? 0));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  const popup = await driven.openPopup(page);
  const state = await press(popup, 'capture-page', 'capture-status', 170_000);
  isDone = true;
  await sampling;
  const { ms, manifest } = await reader.evaluate(readNewest);
  const bytes = manifest.artifacts.map(({ name, bytes: size }) => `${name} ${(size / 1e6).toFixed(1)} MB`);
  const steps = manifest.steps.map(({ name, outcome, durationMs }) => `${name} ${outcome} ${durationMs}`);
  console.log({ pictures, state, ms, mostMB: Math.round(most / 1e6), bytes, steps, notes: manifest.notes });
} finally {
  await driven.close();
  heavy.close();
  rmSync(dir, { recursive: true, force: true });
}
