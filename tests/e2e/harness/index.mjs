import { watch } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export { launchChromium } from './chromium.mjs';
export { launchFirefox } from './firefox.mjs';

/**
 * The element with a `data-testid`, once it is there and visible.
 * @param {import('puppeteer-core').Page} page
 * @param {string} id
 */
export const byTestId = (page, id) =>
  page.waitForSelector(`[data-testid="${id}"]`, { visible: true, timeout: 15_000 });

/**
 * Waits until the element with a `data-testid` has one of these in `data-state`; says which.
 * @param {import('puppeteer-core').Page} page
 * @param {string} id
 * @param {string | string[]} states
 * @param {number} [timeout] ms
 */
export async function waitForState(page, id, states, timeout = 60_000) {
  const wanted = [states].flat();
  const handle = await page.waitForFunction(
    (testId, list) => {
      const state = document.querySelector(`[data-testid="${testId}"]`)?.getAttribute('data-state');
      return state && list.includes(state) ? state : false;
    },
    { timeout, polling: 'mutation' },
    id,
    wanted,
  );
  return handle.jsonValue();
}

/**
 * Presses a button and waits until the work that it starts has ended: first `working`, then `done` or
 * `failed` in the status element, whatever it said before.
 * @param {import('puppeteer-core').Page} page
 * @param {string} button
 * @param {string} status
 * @param {number} [timeout] ms
 * @returns {Promise<'done' | 'failed'>}
 */
export async function press(page, button, status, timeout = 120_000) {
  const element = await byTestId(page, button);
  await page.waitForFunction((it) => !it.disabled, { timeout: 15_000, polling: 'mutation' }, element);
  const working = waitForState(page, status, 'working', timeout);
  await Promise.all([working, element.click()]);
  return waitForState(page, status, ['done', 'failed'], timeout);
}

/** Firefox gives a file its name only at the end: one that was just listed may be gone. */
async function sizeOf(path) {
  try {
    return { path, size: (await stat(path)).size };
  } catch (error) {
    if (error.code === 'ENOENT') return { path, size: 0 };
    throw error;
  }
}

async function finishedFiles(dir, before, ending) {
  const names = await readdir(dir);
  if (names.some((name) => /\.(crdownload|part)$/.test(name))) return [];
  const wanted = names.filter((name) => name.endsWith(ending) && !before.has(name));
  const files = await Promise.all(wanted.map((name) => sizeOf(join(dir, name))));
  // Both browsers make the file's name known by an empty file first.
  return files.filter(({ size }) => size > 0).map(({ path, size }) => ({ path, size }));
}

/**
 * Starts to wait for the next finished file in a folder: call it before the click that makes one.
 * Finished: no partial file beside it, and the same size twice.
 * @param {string} dir
 * @param {number} [timeout] ms
 * @param {string} [ending] of the file's name
 * @returns {Promise<{ file: Promise<string> }>} `file`: the path
 */
export async function expectDownload(dir, timeout = 120_000, ending = '.zip') {
  await mkdir(dir, { recursive: true });
  const before = new Set((await readdir(dir)).filter((name) => name.endsWith(ending)));
  const file = new Promise((resolve, reject) => {
    let last = -1;
    let isLooking = false;
    const watcher = watch(dir);
    // Some file systems tell of no change when a file is renamed or closed.
    const ticker = setInterval(() => look(), 250);
    const limit = setTimeout(
      () => end(() => reject(new Error(`No finished ${ending} in ${dir} within ${timeout} ms`))),
      timeout,
    );
    function end(settle) {
      watcher.close();
      clearInterval(ticker);
      clearTimeout(limit);
      settle();
    }
    async function look() {
      if (isLooking) return;
      isLooking = true;
      try {
        const [found] = await finishedFiles(dir, before, ending);
        if (found && found.size === last) return end(() => resolve(found.path));
        last = found?.size ?? -1;
      } catch (error) {
        end(() => reject(error));
      } finally {
        isLooking = false;
      }
    }
    watcher.on('change', look);
    watcher.on('error', (error) => end(() => reject(error)));
  });
  return { file };
}
