import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { collect, SetupError, step, tail } from './process.mjs';

/** @typedef {'chromium' | 'firefox'} Browser */

const { env, platform } = process;
const programFiles = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
const applications = ['/Applications', join(homedir(), 'Applications')];
const inside = (folders, ...paths) => folders.flatMap((folder) => paths.map((path) => join(folder, path)));

/** `minimum`: the first version that has what the extension uses; wxt.config.ts states the same. */
const BROWSERS = {
  chromium: {
    minimum: 148,
    variable: 'CHROME_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'],
    mac: inside(
      applications,
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
    ),
    windows: inside(
      programFiles,
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
    ),
    debian: 'chromium',
    title: 'Chromium or Google Chrome',
  },
  firefox: {
    minimum: 153,
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    mac: inside(applications, 'Firefox.app/Contents/MacOS/firefox'),
    windows: inside(programFiles, 'Mozilla Firefox\\firefox.exe'),
    debian: 'firefox-esr',
    title: 'Firefox ESR or Firefox',
  },
};

/** The Debian package of a tool that isn't named after it. */
const TOOL_PACKAGES = { '7z': 'p7zip-full', bsdtar: 'libarchive-tools' };

/** The full path of a program on the PATH, or undefined. */
export function onPath(name) {
  const file = platform === 'win32' ? `${name}.exe` : name;
  return (env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, file))
    .find((path) => existsSync(path));
}

function candidates(browser) {
  const { variable, names, mac, windows } = BROWSERS[browser];
  if (env[variable]) return [env[variable]];
  const places = platform === 'darwin' ? mac : platform === 'win32' ? windows : [];
  return [...names.map(onPath), ...places].filter((path) => path && existsSync(path));
}

/** Major version, or a reason why the program is of no use. Windows browsers open a window when asked. */
async function probe(path) {
  if (platform === 'win32') return { version: Number.POSITIVE_INFINITY };
  const { code, output } = await collect(path, ['--version'], { timeout: 30_000 });
  const version = /(?:Chromium|Chrome|Firefox)\D*(\d+)/.exec(output);
  if (code !== 0 || !version) return { reason: `${path} --version did not answer:\n${tail(output, 4)}` };
  return { version: Number(version[1]) };
}

/**
 * @param {Browser} browser
 * @returns {Promise<{ path?: string, reasons: string[] }>}
 */
async function find(browser) {
  const { minimum, variable } = BROWSERS[browser];
  const reasons = [];
  if (env[variable] && !existsSync(env[variable])) {
    return { reasons: [`${variable} names ${env[variable]}, and there is no such file.`] };
  }
  for (const path of candidates(browser)) {
    const { version, reason } = await probe(path);
    if (version >= minimum) return { path, reasons };
    reasons.push(reason ?? `${path} is version ${version}; ${minimum} or newer is needed.`);
  }
  return { reasons };
}

async function hasCyrillicFont() {
  if (platform !== 'linux') return true;
  if (onPath('fc-list')) return (await collect('fc-list', [':lang=ru', 'family'])).output.trim() !== '';
  return ['dejavu', 'liberation', 'liberation2', 'noto'].some((name) =>
    existsSync(join('/usr/share/fonts/truetype', name)),
  );
}

const isDebian = () =>
  existsSync('/etc/os-release') &&
  /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));

async function aptInstall(packages, quiet) {
  const aptEnv = { DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=120'];
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  await step(`installing ${packages.join(', ')} by apt-get`, quiet, async () => {
    for (const args of [['update'], install]) {
      const { code, output } = await collect('apt-get', [...options, ...args], { env: aptEnv });
      if (code !== 0) {
        throw new SetupError(
          `apt-get ${args.join(' ')} failed:\n${tail(output)}\nInstall them by hand, then run again.`,
        );
      }
    }
  });
}

function helpFor(missing, packages, reasons) {
  const why = reasons.length > 0 ? `\n${reasons.map((reason) => `  ${reason}`).join('\n')}` : '';
  const variables = missing.filter((name) => BROWSERS[name]).map((name) => BROWSERS[name].variable);
  const paths = variables.length > 0 ? `\nOr set ${variables.join(' and ')} to the program you have.` : '';
  const titles = missing.map((name) =>
    BROWSERS[name] ? `${BROWSERS[name].title} ${BROWSERS[name].minimum} or newer` : name,
  );
  const how = isDebian()
    ? `Install: sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`
    : 'Install it from its maker or with your package manager.';
  return `Missing: ${titles.join('; ')}.${why}\n${how}${paths}\nThen run the same command again.`;
}

/**
 * Finds the browsers and tools; on Debian or Ubuntu, as root, installs those that are missing.
 * @param {{ browsers: Browser[], tools: string[], quiet: boolean }} wanted
 * @returns {Promise<Partial<Record<Browser, string>>>} the browsers' programs
 * @throws {SetupError} when something is missing and can't be installed from here
 */
export async function provide({ browsers, tools, quiet }) {
  const search = async () => {
    const found = await Promise.all(browsers.map(async (name) => ({ name, ...(await find(name)) })));
    const missing = [
      ...found.filter(({ path }) => !path).map(({ name }) => name),
      ...tools.filter((tool) => !onPath(tool)),
    ];
    return { found, missing, reasons: found.filter(({ path }) => !path).flatMap(({ reasons }) => reasons) };
  };
  let { found, missing, reasons } = await search();
  const packages = missing.map((name) => BROWSERS[name]?.debian ?? TOOL_PACKAGES[name] ?? name);
  if (!(await hasCyrillicFont())) packages.push('fonts-dejavu-core');
  const forced = browsers.some((name) => missing.includes(name) && env[BROWSERS[name].variable]);
  if (packages.length > 0 && !forced && isDebian() && process.getuid?.() === 0) {
    await aptInstall(packages, quiet);
    ({ found, missing, reasons } = await search());
  }
  if (missing.length > 0) throw new SetupError(helpFor(missing, packages, reasons));
  return Object.fromEntries(found.map(({ name, path }) => [name, path]));
}
