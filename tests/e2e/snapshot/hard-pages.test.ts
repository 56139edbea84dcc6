import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HARD_PAGES, WORKER } from '../../fixtures/torture/hard-pages';
import { type SnapshotBrowser, startSnapshotBrowser } from './drive';
import { settled } from './look';

describe.each(['chromium', 'firefox'] as const)('hard pages in %s', (kind) => {
  let server: Server;
  let origin: string;
  let browser: SnapshotBrowser;
  const requests: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      requests.push(request.url ?? '');
      if (request.url === '/worker.js') {
        response.writeHead(200, { 'content-type': 'text/javascript' });
        response.end(WORKER);
        return;
      }
      const page = HARD_PAGES[request.url ?? ''];
      response.writeHead(page ? 200 : 404, { 'content-type': page?.type ?? 'text/plain', ...page?.headers });
      response.end(page?.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await startSnapshotBrowser(kind);
  });

  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  it.each(Object.keys(HARD_PAGES))('%s', async (path) => {
    const page = await browser.open(`${origin}${path}`, { width: 700, height: 500 });
    const { ready, hostile } = HARD_PAGES[path] ?? {};
    if (ready) await page.waitForFunction(ready);
    if (!hostile) await settled(page);
    const live = await page.screenshot({ encoding: 'base64' });
    const before = requests.length;
    const taken = await browser.take(page);
    await page.close();
    expect(taken.errors).toEqual([]);
    expect(taken.page.text).toContain(HARD_PAGES[path]?.text);
    const again = await browser.reopen(taken.page.html, { width: 700, height: 500 });
    await settled(again.page);
    const look = await browser.compare(live, await again.page.screenshot({ encoding: 'base64' }), {
      page: [0, 0, 700, 500],
    });
    await again.page.close();
    expect(again.requests.filter((url) => !/^(?:file|data|about):/.test(url))).toEqual([]);
    // Firefox itself looks for a newer worker some time after a navigation.
    expect(requests.slice(before).filter((url) => url !== '/worker.js')).toEqual([]);
    expect(look.rows.page).toBeLessThanOrEqual(HARD_PAGES[path]?.differs ?? 0.001);
  });
});
