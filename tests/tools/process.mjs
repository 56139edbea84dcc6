import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** A failure whose message tells the user what to do; shown without a stack. */
export class SetupError extends Error {}

/**
 * Runs a program from the repository's root and collects what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, timeout?: number, shell?: boolean }} [options] `timeout` in ms
 * @returns {Promise<{ code: number | null, output: string }>} `code` is null when it could not start or was killed
 */
export function collect(command, args, { env = {}, timeout, shell = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
      shell,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => done({ code: null, output: output + error.message }));
    child.on('close', (code) => done({ code, output }));
  });
}

/**
 * Runs a program that talks to the user directly.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function show(command, args, { shell = false } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], shell });
    child.on('error', fail);
    child.on('close', (code) => done(code ?? 1));
  });
}

/** npm as a program and its first arguments: the npm that runs us, or the one on the PATH. */
export function npm() {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.c?js$/.test(script))
    return { command: process.execPath, args: [script], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/** The last lines of a program's output, without stacks, indented, for a message. */
export const tail = (output, lines = 15) =>
  output
    .trimEnd()
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .slice(-lines)
    .map((line) => `    ${line}`)
    .join('\n');

/**
 * Does one step of the set-up and prints one line about it.
 * @template T
 * @param {string} what
 * @param {boolean} quiet
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, quiet, work) {
  if (quiet) return work();
  const started = performance.now();
  process.stdout.write(`· ${what} … `);
  try {
    const result = await work();
    process.stdout.write(`done in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  }
}

/**
 * Runs a tool's main function: an expected failure is shown as its message, anything else with its stack.
 * @param {() => Promise<number>} main gives the exit code
 */
export async function runTool(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}\n` : error);
    process.exitCode = 1;
  }
}
