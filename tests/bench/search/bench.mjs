import { createServer } from 'node:http';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { provide } from '../../tools/browsers.mjs';

/** `node tests/bench/search/bench.mjs [chromium|firefox] [captures]`: three ways to keep the words of captures, compared. */
const [name = 'chromium', count = '1000'] = process.argv.slice(2);
const server = createServer((_, response) => response.end('<!doctype html><title>search</title>'));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const executablePath = (await provide({ browsers: [name], tools: [], quiet: true }))[name];
const browser = await puppeteer.launch({
  ...(name === 'firefox' ? { browser: 'firefox' } : { args: ['--no-sandbox', '--disable-gpu'] }),
  executablePath,
  headless: true,
  protocolTimeout: 600_000,
});
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const bundle = await build({
    entryPoints: [new URL('scenarios.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'osmotrBench',
  });
  await page.evaluate(`${bundle.outputFiles[0].text}; globalThis.osmotrBench = osmotrBench;`);
  const result = await page.evaluate((captures) => globalThis.osmotrBench.measure(captures), Number(count));
  console.log(JSON.stringify(result, null, 1));
} finally {
  await browser.close();
  server.close();
}
