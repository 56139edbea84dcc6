import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, capture, type Session, startSession } from './session';

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Notes every request that passes it, and tells when asked. */
const WORKER = `
const seen = [];
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));
self.addEventListener('fetch', ({ request }) => seen.push(request.cache + ' ' + new URL(request.url).pathname));
self.addEventListener('message', (event) => event.source.postMessage(seen));
`;

const FILES: Record<string, readonly [type: string, body: string | Buffer]> = {
  '/': [
    'text/html',
    '<!doctype html><link rel="icon" href="data:,"><link rel="stylesheet" href="/s.css"><p>shop</p>',
  ],
  '/s.css': ['text/css', 'p { background: url(/bg.png) } i { background: url(/unused.png) }'],
  '/bg.png': ['image/png', Buffer.from(PIXEL, 'base64')],
  '/sw.js': ['text/javascript', WORKER],
};

/** A site may put a service worker between its pages and the network: it must not see a capture either. */
describe.each(BROWSERS)('a site with a service worker of its own, in %s', (name) => {
  let session: Session;
  let server: Server;
  const asked: string[] = [];

  beforeAll(async () => {
    session = await startSession(name);
    server = createServer(({ url = '/' }, response) => {
      asked.push(url);
      const [type, body] = FILES[url] ?? ['text/plain', ''];
      response.writeHead(FILES[url] ? 200 : 404, { 'content-type': type, 'cache-control': 'max-age=600' });
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(async () => {
    await session?.end();
    server?.close();
  });

  it('neither the worker nor the server sees the capture', async () => {
    const page = await session.driven.browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/sw.js');
      await navigator.serviceWorker.ready;
    });
    await page.reload({ waitUntil: 'load' });
    const seenByWorker = () =>
      page.evaluate(
        () =>
          new Promise<string[]>((resolve) => {
            navigator.serviceWorker.onmessage = ({ data }) => resolve(data);
            navigator.serviceWorker.controller?.postMessage('tell');
          }),
      );
    const before = await seenByWorker();
    expect(before).toEqual(expect.arrayContaining([expect.stringMatching(/ \/$/)]));
    asked.length = 0;
    expect((await capture(session, page)).state).toBe('done');
    expect(await seenByWorker()).toEqual(before);
    // The browser itself looks for a newer worker some time after a navigation.
    expect(asked.filter((url) => url !== '/sw.js')).toEqual([]);
  });
});
