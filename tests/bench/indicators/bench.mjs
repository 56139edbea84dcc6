// Precision, recall, F1 per level and type, throughput, hostile inputs, size: node tests/bench/indicators/bench.mjs
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { compareHostile, timeOf } from './compare-hostile.mjs';
import { loadModule, ROOT } from './load-engine.mjs';
import { PEERS } from './peers.mjs';
import { rates, score } from './score.mjs';

const { extractIndicators } = await loadModule('utils/indicators/index.ts');
const items = JSON.parse(readFileSync(join(ROOT, 'tests/fixtures/indicators/labelled.json'), 'utf8'));

printAccuracy();
printPeers();
printThroughput();
const isHeld = compareHostile(extractIndicators, items.map(({ text }) => text ?? '').join('\n'));
await printSizes();
if (!isHeld) process.exitCode = 1;

function printAccuracy() {
  const keysOf = (item) =>
    extractIndicators(item)
      .filter(({ valid }) => valid)
      .map(({ type, value }) => `${type} ${value}`);
  const { levels, types, mistakes } = score(items, keysOf);
  const sum = { right: 0, wrong: 0, missed: 0 };
  for (const counts of levels.values()) for (const key of Object.keys(sum)) sum[key] += counts[key];
  console.log(`${items.length} labelled items\n`);
  printTable('level', [...levels, ['all', sum]]);
  printTable('type', [...types].sort());
  for (const { outcome, key, item } of mistakes)
    console.log(outcome, item.level, key, '<-', item.text ?? item.html);
}

/** Each peer against us, on the items that are text and the types that the peer knows. */
function printPeers() {
  const ours = ({ text }) =>
    extractIndicators({ text })
      .filter(({ valid }) => valid)
      .map(({ type, value }) => `${type} ${value}`);
  for (const { name, kinds, find } of PEERS) {
    const known = (keys) => [
      ...new Set(
        keys.flatMap((key) => {
          const [type, ...value] = key.split(' ');
          const digits = kinds[type] === 'phone' ? value.join(' ').replace(/^\+?/, '+') : value.join(' ');
          return kinds[type] ? [`${kinds[type]} ${digits}`] : [];
        }),
      ),
    ];
    const texts = items
      .filter(({ text }) => text)
      .map((item) => ({ ...item, level: 'text', expect: known(item.expect) }));
    const rowOf = (extract) => score(texts, (item) => known(extract(item))).levels.get('text');
    printTable([...new Set(Object.values(kinds))].join(' ').slice(0, 25), [
      ['osmotr', rowOf(ours)],
      [name, rowOf(({ text }) => find(text))],
    ]);
  }
}

function printTable(name, rows) {
  console.log(`${name.padEnd(26)}right wrong missed  precision recall    F1`);
  for (const [label, counts] of rows) {
    const { precision, recall, f1 } = rates(counts);
    const numbers = [counts.right, counts.wrong, counts.missed]
      .map((count) => String(count).padStart(6))
      .join('');
    const shares = [precision, recall, f1].map((share) => share.toFixed(3).padStart(9)).join('');
    console.log(label.padEnd(24) + numbers + shares);
  }
  console.log();
}

function printThroughput() {
  const names = ['typescript/README.md', 'zod/README.md', 'wxt/README.md', 'htmlparser2/README.md'];
  const documents = names.map((name) => readFileSync(join(ROOT, 'node_modules', name), 'utf8')).join('\n');
  const shop = items.map(({ text }) => text ?? '').join('\n');
  const news =
    'Вчера в Алматы прошло заседание, на котором обсудили бюджет на 2025 год: расходы вырастут на 5,1 процента. ' +
    'Как сообщили в министерстве, новые правила начнут действовать с 1 июля; подробности опубликуют позже. ';
  const fill = (text) => text.repeat(Math.ceil(10e6 / text.length)).slice(0, 10e6);
  const asHtml = (text) =>
    `<html><body><p>${text.replace(/[<>&]/g, ' ').replace(/\n/g, '</p>\n<p>')}</p></body></html>`;
  extractIndicators({ text: documents });
  for (const [name, input] of [
    ['news, text', { text: fill(news) }],
    ['news, html', { html: asHtml(fill(`${news}\n`)) }],
    ['documents with many links, text', { text: fill(documents) }],
    ['documents with many links, html', { html: asHtml(fill(documents)) }],
    ['the labelled set over and over (an identifier a line), text', { text: fill(shop) }],
  ]) {
    console.log(
      `${(10e3 / timeOf(() => extractIndicators(input))).toFixed(1).padStart(6)} MB/s  10 MB of ${name}`,
    );
  }
  console.log();
}

async function printSizes() {
  for (const [name, contents] of [
    ['extract.ts, all in', "export { extractFromSources } from '@/utils/indicators/extract'"],
    ['index.ts (with htmlparser2)', "export { extractIndicators } from '@/utils/indicators'"],
    ['libphonenumber-js/core', "export { parsePhoneNumberFromString } from 'libphonenumber-js/core'"],
    ['phone metadata', "export { phoneMetadata } from '@/utils/indicators/phone-metadata'"],
    [
      '@noble/hashes',
      "export { sha256 } from '@noble/hashes/sha2.js'; export { keccak_256, sha3_256 } from '@noble/hashes/sha3.js'; export { blake2b } from '@noble/hashes/blake2.js'; export { sha1 } from '@noble/hashes/legacy.js'",
    ],
    [
      '@scure/base',
      "export { base58, base58xrp, base58xmr, base32nopad, base64, base64url, bech32, bech32m, createBase58check } from '@scure/base'",
    ],
    ['htmlparser2', "export { Parser } from 'htmlparser2'"],
  ]) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: ROOT },
      bundle: true,
      minify: true,
      charset: 'utf8',
      format: 'esm',
      write: false,
      alias: { '@': ROOT.replace(/\/$/, '') },
    });
    const [{ contents: bytes }] = outputFiles;
    console.log(
      `${name.padEnd(30)} ${(bytes.length / 1e3).toFixed(1)} KB, ${(gzipSync(bytes).length / 1e3).toFixed(1)} KB gzip`,
    );
  }
}
