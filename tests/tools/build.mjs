import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { collect, ROOT, runTool, SetupError, step, tail } from './process.mjs';

/** @typedef {import('./browsers.mjs').Browser} Browser */

const SOURCES = [
  'components',
  'entrypoints',
  'public',
  'utils',
  'package-lock.json',
  'package.json',
  'postcss.config.cjs',
  'tests/tools/build.mjs',
  'tsconfig.json',
  'wxt.config.ts',
];
const TARGETS = {
  chromium: { wxt: 'chrome', dir: join(ROOT, '.output/chrome-mv3') },
  firefox: { wxt: 'firefox', dir: join(ROOT, '.output/firefox-mv3') },
};

function filesUnder(path) {
  if (!existsSync(join(ROOT, path))) return [];
  try {
    return readdirSync(join(ROOT, path), { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => filesUnder(`${path}/${entry.name}`));
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap(filesUnder)) {
    hash.update(`${path}\n`).update(
      createHash('sha256')
        .update(readFileSync(join(ROOT, path)))
        .digest(),
    );
  }
  return hash.digest('hex');
}

/** Each build writes the manifest anew: a build that wasn't ours shows by its time. */
const stampOf = (sources, dir) => `${sources} ${statSync(join(dir, 'manifest.json')).mtimeMs}`;

/**
 * Builds the extension for the browsers whose build in .output is not that of the present sources.
 * @param {{ browsers: Browser[], quiet?: boolean }} options
 * @returns {Promise<Record<Browser, string>>} the folders to load; only those asked for are up to date
 * @throws {SetupError} with the end of the build's output
 */
export async function build({ browsers, quiet = false }) {
  const sources = hashOfSources();
  const cli = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  for (const browser of browsers) {
    const { wxt, dir } = TARGETS[browser];
    const stamp = `${dir}.sources`;
    const isThere = existsSync(join(dir, 'manifest.json')) && existsSync(stamp);
    const isFresh = isThere && readFileSync(stamp, 'utf8') === stampOf(sources, dir);
    if (isFresh) continue;
    await step(`building the extension for ${browser}`, quiet, async () => {
      // Under a test runner, whose NODE_ENV is another, the pages would carry React's development build.
      const env = { NODE_ENV: 'production' };
      const { code, output } = await collect(process.execPath, [cli, 'build', '-b', wxt], { env });
      if (code !== 0) throw new SetupError(`The build for ${browser} failed:\n${tail(output, 40)}`);
      writeFileSync(stamp, stampOf(sources, dir));
    });
  }
  return { chromium: TARGETS.chromium.dir, firefox: TARGETS.firefox.dir };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runTool(async () => {
    await build({ browsers: ['chromium', 'firefox'] });
    return 0;
  });
}
