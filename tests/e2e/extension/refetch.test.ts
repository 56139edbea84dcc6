import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byTestId } from '../harness/index.mjs';
import {
  BROWSERS,
  capture,
  readManifest,
  readStoredText,
  readTable,
  type Session,
  startSession,
} from './session';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const STYLED =
  '<style>p { background: url(/drawn.png) } b { background: url(/gone.png) } .no { background: url(/never.png) }</style><p>p <b>b</b>';

/** Pictures in CSS that no cache keeps: Firefox has none of them in memory, Chromium's archive none of a shadow tree. */
const PAGE = {
  firefox: STYLED,
  chromium: `<div id="host"></div><script>host.attachShadow({ mode: 'closed' }).innerHTML = ${JSON.stringify(STYLED)}</script>`,
};

/** What the operative's setting allows, and what it costs: the one thing here that a site can see in its log. */
describe.each(BROWSERS)('asking the site again, in %s', (name) => {
  let session: Session;
  let server: Server;
  let origin: string;
  let reader: Page;
  const asked: { url: string; headers: IncomingHttpHeaders }[] = [];
  let isLater = false;

  beforeAll(async () => {
    session = await startSession(name);
    server = createServer(({ url = '/', headers }, response) => {
      asked.push({ url, headers });
      const isPicture = url === '/drawn.png' || (url === '/gone.png' && !isLater);
      response.writeHead(isPicture || url === '/' ? 200 : 404, {
        'content-type': isPicture ? 'image/png' : url === '/' ? 'text/html' : 'text/plain',
        'cache-control': 'no-store',
        'set-cookie': 'visitor=1; Path=/',
      });
      const head = '<!doctype html><link rel="icon" href="data:,"><title>shop</title>';
      response.end(isPicture ? PIXEL : url === '/' ? head + PAGE[name] : 'gone');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    reader = await session.driven.openExtensionPage('casebook.html#/settings');
  });

  afterAll(async () => {
    await session?.end();
    server?.close();
  });

  const take = async () => {
    const shop = await session.driven.browser.newPage();
    await shop.goto(`${origin}/`, { waitUntil: 'load' });
    await shop.waitForNetworkIdle({ idleTime: 500 });
    isLater = true;
    const before = asked.length;
    expect((await capture(session, shop)).state).toBe('done');
    await session.driven.closePopup();
    await shop.close();
    isLater = false;
    const captures = await readTable<{ id: string; startedAt: string }>(reader, 'captures');
    const { id } = captures.reduce((one, two) => (one.startedAt > two.startedAt ? one : two));
    return {
      id,
      requests: asked.slice(before),
      manifest: await readManifest(reader),
      html: await readStoredText(reader, id, 'page.html'),
    };
  };

  it('asks for nothing by default, and says what is missing', async () => {
    const { requests, manifest, html } = await take();
    expect(requests).toEqual([]);
    expect(manifest.refetched).toBeUndefined();
    expect(manifest.observer.requests).toBe(0);
    expect(manifest.missing.map(({ url }) => url)).toContain(`${origin}/drawn.png`);
    expect(html).not.toContain(PIXEL.toString('base64'));
  });

  it('where the setting allows it, asks once for each file, and records every request', async () => {
    await reader.bringToFront();
    await (await byTestId(reader, 'allow-requests')).click();
    const { id, requests, manifest, html } = await take();
    expect(requests.map(({ url }) => url).sort()).toEqual(['/drawn.png', '/gone.png']);
    expect(manifest.observer.requests).toBe(2);
    const records = [...(manifest.refetched ?? [])].sort((a, b) => (a.url < b.url ? -1 : 1));
    expect(records).toMatchObject([
      { url: `${origin}/drawn.png`, status: 200, bytes: PIXEL.length },
      { url: `${origin}/gone.png`, status: 404, reason: 'HTTP 404' },
    ]);
    expect(html).toContain(PIXEL.toString('base64'));
    expect(manifest.missing.map(({ url, reason }) => [url, reason])).toEqual([
      [`${origin}/gone.png`, 'asked again: HTTP 404'],
    ]);
    await reader.evaluate((capture) => {
      location.hash = `#/capture/${capture}`;
    }, id);
    await reader.waitForSelector('[data-testid="refetched-row"]');
    expect(await reader.$eval('main', (main) => main.textContent)).toContain(
      'Сайт мог заметить: запросов — 2',
    );
  });

  it('is told nothing of the extension by that: the visitor’s own cookie, no origin, no referrer', () => {
    const own = asked.slice(-2);
    for (const { headers } of own) {
      expect(headers.cookie).toBe('visitor=1');
      expect(headers.origin).toBeUndefined();
      expect(headers.referer).toBeUndefined();
      expect(JSON.stringify(headers)).not.toMatch(/extension|osmotr/i);
    }
  });
});
