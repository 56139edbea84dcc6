import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { REAL_SITES } from '../../fixtures/real-sites/sites';
import type { BrowserName } from '../extension/session';
import type { SiteResult } from './capture-site';

const FILE = new URL('../../../docs/real-sites.md', import.meta.url);

const head = (machine: string) => `# Real sites

Whole sites that npm packages ship as static files, captured by the extension's button, their server stopped, \`page.html\`
opened from disk with a window of the same size, and compared with \`viewport.png\` of the same capture. The window is 3,000
pixels high, so that most pages are whole in it. Differing: the share of pixels of which some channel differs by more than 8
of 255. The test \`tests/e2e/real-sites\` holds the ceilings; \`REAL_SITES_REPORT=1\` makes it write this table. Hosts other
than loopback are closed. Times are all steps of one capture (${machine}); sizes are those of \`page.html\`.

`;

/** Writes the table of all sites that were captured. */
export function writeReport(results: ReadonlyMap<string, SiteResult>): void {
  const rows = REAL_SITES.map(({ name, why }) => {
    const cells = (['chromium', 'firefox'] as const).flatMap((browser) => cellsOf(results, browser, name));
    return `| ${[name, ...cells, why ?? ''].join(' | ')} |`;
  });
  const columns = ['Chromium: differing', 'ms', 'MB', 'Firefox: differing', 'ms', 'MB'];
  const table = [
    `| site | ${columns.join(' | ')} | what differs |`,
    `|---|${columns.map(() => '---:|').join('')}---|`,
    ...rows,
  ];
  const machine = `${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)} at the end`;
  writeFileSync(FILE, `${head(machine)}${table.join('\n')}\n`);
}

function cellsOf(results: ReadonlyMap<string, SiteResult>, browser: BrowserName, name: string): string[] {
  const result = results.get(`${browser} ${name}`);
  if (!result) return ['', '', ''];
  const { manifest, window } = result;
  const bytes = manifest.artifacts.find((file) => file.name === 'page.html')?.bytes ?? 0;
  return [
    `${(window.share * 100).toFixed(2)} %`,
    manifest.time.durationMs.toLocaleString('en'),
    (bytes / 1e6).toFixed(1),
  ];
}
