import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import JSZip from 'jszip';
import { ROOT } from './process.mjs';

/** What a page has shaped is shown without control characters, which a terminal would obey. */
const plain = (text) => String(text).replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
const megabytes = (bytes) => `${(bytes / 1_000_000).toFixed(2)} MB`;
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

/**
 * What a bundle holds, by its own files.
 * @param {string} file
 */
export async function inspectBundle(file) {
  const bytes = readFileSync(file);
  const zip = await JSZip.loadAsync(bytes);
  const read = async (path) => {
    const entry = zip.file(path);
    if (!entry) throw new Error(`${file} has no ${path}`);
    return JSON.parse(await entry.async('string'));
  };
  const { captures: found } = await read('data/indicators.json');
  const { captures } = await read('data/case.json');
  const withFindings = captures.map(async (capture) => ({
    ...capture,
    indicators: found.find(({ id }) => id === capture.id)?.indicators ?? [],
    failures: (await read(capture.manifest)).steps.filter(({ outcome }) => outcome === 'failed'),
  }));
  return {
    file,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    entries: Object.values(zip.files).filter(({ dir }) => !dir).length,
    captures: await Promise.all(withFindings),
  };
}

/** Columns as wide as their widest cell; a column whose name begins with `>` is set to the right. */
function table(head, rows) {
  const cells = [head.map((name) => name.replace(/^>/, '')), ...rows.map((row) => row.map(plain))];
  const widths = head.map((_, i) => Math.max(...cells.map((row) => row[i].length)));
  const align = (text, i) => (head[i].startsWith('>') ? text.padStart(widths[i]) : text.padEnd(widths[i]));
  const lines = cells.map((row) => `  ${row.map(align).join('  ')}`.trimEnd());
  lines.splice(1, 0, `  ${widths.map((width) => '─'.repeat(width)).join('  ')}`);
  return lines.join('\n');
}

/** The bundle's captures stand in the order in which the attempts succeeded. */
function captureTable(attempts, captures) {
  const done = attempts.filter(({ state }) => state === 'done');
  const isCounted = attempts.some(({ seen }) => seen !== undefined);
  const head = ['>#', 'Page', 'Outcome', '>Time', '>Files', '>Size', '>Indicators', 'SHA-256'];
  const rows = attempts.map((attempt) => {
    const { url, ms } = attempt;
    const capture = captures[done.indexOf(attempt)];
    if (!capture) return ['', url, 'FAILED', '', '', '', '', ''];
    const { number, files, bytes, indicatorCount, sha256, complete, failedSteps } = capture;
    const outcome = complete ? 'captured' : `captured without ${failedSteps.join(', ')}`;
    return [
      number,
      url,
      outcome,
      seconds(ms),
      files,
      megabytes(bytes),
      indicatorCount,
      `${sha256.slice(0, 16)}…`,
    ];
  });
  if (!isCounted) return table(head, rows);
  return table(
    [...head, '>Requests seen'],
    rows.map((row, i) => [...row, attempts[i].seen ?? '']),
  );
}

/** Why pages could not be captured, and why steps of captures failed. */
function reasons(attempts, captures) {
  const failed = attempts
    .filter(({ state }) => state === 'failed')
    .map(({ url, reason }) => `${plain(url)}: ${plain(reason)}`);
  const incomplete = captures.flatMap(({ number, failures }) =>
    failures.map(({ name, reason }) => `${number}, ${name}: ${plain(reason)}`),
  );
  return [...failed, ...incomplete].map((line) => `  ${line}\n`).join('');
}

/** One line for each value; the addresses within the captured sites are only counted. */
function indicatorTable(captures) {
  const hosts = new Set(captures.map(({ host }) => host));
  const isWithin = ({ type, value }) =>
    type === 'url' && URL.canParse(value) && hosts.has(new URL(value).host);
  const found = new Map();
  for (const { number, indicators } of captures) {
    for (const { type, value, valid } of indicators) {
      const key = `${type}\n${value}`;
      const entry = found.get(key) ?? { type, value, valid, pages: [] };
      entry.pages.push(number);
      found.set(key, entry);
    }
  }
  const all = [...found.values()];
  const shown = all
    .filter((entry) => !isWithin(entry))
    .sort((a, b) => byType(a, b) || a.pages[0] - b.pages[0]);
  const rows = shown.map(({ type, value, valid, pages }, i) => [
    shown[i - 1]?.type === type ? '' : type,
    `${value.length > 90 ? `${value.slice(0, 89)}…` : value}${valid ? '' : '  (suspect: broken checksum)'}`,
    pages.join(' '),
  ]);
  const within = all.length - shown.length;
  return `Indicators: ${shown.length}, and ${within} addresses within the captured sites
${table(['Type', 'Value', 'In captures'], rows)}`;
}

const byType = (a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : 0);

/**
 * Prints what was captured, the indicators, the bundle.
 * @param {{ captures: object[], checks: { name: string, passed: boolean, output: string }[], version: string, exportMs: number, bundle: Awaited<ReturnType<typeof inspectBundle>> }} result
 */
export function printReport({ captures, checks, version, exportMs, bundle }) {
  const outcome = ({ name, passed, output }) => `${name} ${passed ? 'accepts it' : `REJECTS IT\n${output}`}`;
  console.log(`
Captures, by the extension's own buttons, in ${version}
${captureTable(captures, bundle.captures)}
${reasons(captures, bundle.captures)}
${indicatorTable(bundle.captures)}

Bundle
  ${relative(ROOT, bundle.file)}
  ${megabytes(bundle.bytes)}, ${bundle.entries} files, exported in ${seconds(exportMs)}
  SHA-256 ${bundle.sha256}
  ${checks.map(outcome).join('\n  ')}
`);
}
