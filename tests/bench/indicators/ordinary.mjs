// Prints what the engine finds in the texts that installed packages ship: node tests/bench/indicators/ordinary.mjs
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { loadModule, ROOT } from './load-engine.mjs';

const STRICT = /^(?!url$|domain$|email$|ipv|geo$|phone$)/;
const all = process.argv.includes('--all');
const { extractIndicators } = await loadModule('utils/indicators/index.ts');

async function* files(folder, depth = 0) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < 7) yield* files(path, depth + 1);
    else if (
      /\.(?:md|markdown|txt|html?|css|min\.js|svg|json)$/i.test(entry.name) ||
      /^(?:README|CHANGELOG|LICENSE|AUTHORS)/i.test(entry.name)
    )
      yield path;
  }
}

let count = 0;
let bytes = 0;
let time = 0;
for await (const path of files(join(ROOT, 'node_modules'))) {
  const { size } = await stat(path);
  if (size > 1_500_000) continue;
  const text = await readFile(path, 'utf8');
  const began = performance.now();
  const input = /\.html?$|\.svg$/i.test(path)
    ? { html: text }
    : /\.js$|\.css$/.test(path)
      ? {
          sources: [
            { origin: 'script', text },
            { origin: 'text', text },
          ],
        }
      : { text };
  const found = extractIndicators(input);
  time += performance.now() - began;
  count += 1;
  bytes += size;
  for (const { type, value, valid, reason, sightings } of found) {
    if (!all && !STRICT.test(type)) continue;
    console.log(
      `${path.slice(ROOT.length + 13)}\t${type}\t${value}\t${valid ? '' : 'SUSPECT'}\t${reason}\t${JSON.stringify(sightings[0].context.slice(0, 130))}`,
    );
  }
}
console.log(`${count} files, ${(bytes / 1e6).toFixed(1)} MB, ${(bytes / 1e3 / time).toFixed(1)} MB/s`);
