import { readdirSync, readFileSync } from 'node:fs';

/** A process and all below it. */
function tree(root) {
  const children = new Map();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = read(`/proc/${name}/stat`);
    // The name in brackets may hold anything.
    const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    if (parent) children.set(parent, [...(children.get(parent) ?? []), name]);
  }
  const all = [];
  const visit = (pid) => {
    all.push(pid);
    for (const child of children.get(pid) ?? []) visit(child);
  };
  visit(String(root));
  return all;
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    // The process has ended meanwhile.
    if (['ENOENT', 'ESRCH'].includes(error.code)) return null;
    throw error;
  }
}

/** Memory of a process and all below it in MB: each shared page counted once (PSS). Linux alone. */
function memoryOf(root) {
  const sizes = tree(root).map((pid) => /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')?.[1]);
  return sizes.reduce((sum, size) => sum + Number(size ?? 0), 0) / 1024;
}

/** Clock ticks a second that Linux counts processor time in (USER_HZ). */
const TICKS = 100;

/**
 * Processor time that all processes of a browser have taken so far, in ms: unlike the time on the clock it does not
 * depend on what else the machine does. Null where there is no /proc.
 * @param {import('puppeteer-core').Browser} browser
 */
export function processorTime(browser) {
  if (process.platform !== 'linux') return null;
  const ticks = tree(browser.process().pid).map((pid) => {
    const stat = read(`/proc/${pid}/stat`) ?? '';
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13);
    return Number(user ?? 0) + Number(system ?? 0);
  });
  return (ticks.reduce((sum, each) => sum + each, 0) * 1000) / TICKS;
}

/**
 * Runs `work`; how long it took, and by how much the memory of all processes of a browser rose at most.
 * @param {import('puppeteer-core').Browser} browser
 * @param {() => Promise<unknown>} work
 */
export async function watched(browser, work) {
  const root = browser.process().pid;
  const before = memoryOf(root);
  let peak = before;
  const ticker = setInterval(() => {
    peak = Math.max(peak, memoryOf(root));
  }, 200);
  const start = performance.now();
  try {
    await work();
  } finally {
    clearInterval(ticker);
  }
  return {
    seconds: round((performance.now() - start) / 1000),
    beforeMB: round(before),
    riseMB: round(peak - before),
  };
}

/** One digit behind the point. */
export const round = (value) => Math.round(value * 10) / 10;
