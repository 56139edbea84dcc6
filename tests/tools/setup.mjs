import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { provide } from './browsers.mjs';
import { collect, npm, ROOT, runTool, SetupError, step, tail } from './process.mjs';

// Only Node built-ins here and in what this imports: it runs before the dependencies are installed.

/** What the tests drive the bundle with, beside our own code. */
export const TEST_TOOLS = ['7z', 'bsdtar', 'openssl', 'python3', 'unzip'];

const MINIMUM_NODE = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantMajor, wantMinor] = MINIMUM_NODE;
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return;
  throw new SetupError(
    `This is Node ${process.versions.node}; ${MINIMUM_NODE.join('.')} or newer is needed.\nInstall a current Node, then run the same command again.`,
  );
}

/** npm keeps a lock file of what it has installed: node_modules is right if each package in it is as locked. */
function isInstalled() {
  const hidden = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const packages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
  const [locked, installed] = [packages(join(ROOT, 'package-lock.json')), packages(hidden)];
  const isSame = ([path, { version, integrity }]) =>
    locked[path]?.version === version && locked[path]?.integrity === integrity;
  const isThere = ([path, { optional }]) => path === '' || optional === true || path in installed;
  return Object.entries(installed).every(isSame) && Object.entries(locked).every(isThere);
}

async function installDependencies(quiet) {
  if (isInstalled()) return;
  await step('installing dependencies (npm ci)', quiet, async () => {
    const { command, args, shell } = npm();
    const flags = ['ci', '--include=dev', '--no-audit', '--no-fund'];
    const { code, output } = await collect(command, [...args, ...flags], { shell });
    if (code === 0) return;
    // npm says the cause first and its usage last.
    const cause = output.split('\n').filter((line) => line.startsWith('npm error'));
    const text = tail(cause.slice(0, 12).join('\n') || output);
    throw new SetupError(`npm ci failed:\n${text}\nCheck the network and npm's registry, then run again.`);
  });
}

/**
 * Makes a fresh clone ready: Node's version, dependencies, browsers, tools. What is there already is left alone.
 * @param {{ browsers?: import('./browsers.mjs').Browser[], tools?: string[], quiet?: boolean }} [options]
 * @returns {Promise<Partial<Record<import('./browsers.mjs').Browser, string>>>} the browsers' programs
 * @throws {SetupError} with what the user has to do
 */
export async function setup({ browsers = ['chromium', 'firefox'], tools = [], quiet = false } = {}) {
  checkNode();
  const programs = await provide({ browsers, tools, quiet });
  await installDependencies(quiet);
  return programs;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runTool(async () => {
    for (const [name, path] of Object.entries(await setup({ tools: TEST_TOOLS })))
      console.log(`${name}: ${path}`);
    return 0;
  });
}
