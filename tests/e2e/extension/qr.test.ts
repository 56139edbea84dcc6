import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureManifest } from '@/utils/domain/capture';
import type { Indicator } from '@/utils/domain/indicator';
import { CODES, FRAME, PICTURES, pageOf } from '../../fixtures/qr/codes';
import { QR_TEXT, WALLET } from '../../fixtures/shop/identities.mjs';
import { schemaFaults } from '../../tools/check-schema';
import { readManifest } from './pictures';
import { BROWSERS, capture, openShopPage, readTable, type Session, startSession } from './session';

/** A QR code is read off the pixels that the operative saw, whatever drew them. */
describe.each(BROWSERS)('QR codes of a page in %s', (name) => {
  let session: Session;
  const servers: Server[] = [];

  /** Serves the fixture under a host of its own; `other` is asked when a page is. */
  async function serve(host: string, other: () => string): Promise<string> {
    const server = createServer(({ url = '/' }, response) => {
      const pages: typeof PICTURES = {
        '/': ['text/html', pageOf(other())],
        '/frame': ['text/html', FRAME],
      };
      const [type, body] = PICTURES[url] ?? pages[url] ?? ['text/plain', ''];
      response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=600' });
      response.end(body);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://${host}:${(server.address() as AddressInfo).port}`;
  }

  beforeAll(async () => {
    session = await startSession(name);
  });

  afterAll(async () => {
    await session?.end();
    for (const server of servers) server.close();
  });

  async function captured(page: Page): Promise<{ manifest: CaptureManifest; indicators: Indicator[] }> {
    const { state, popup } = await capture(session, page);
    expect(state).toBe('done');
    const captures = await readTable<{ id: string; number: number }>(popup, 'captures');
    const last = captures.sort((a, b) => a.number - b.number).at(-1)?.id ?? '';
    const rows = await readTable<Indicator & { captureId: string }>(popup, 'indicators');
    return {
      manifest: await readManifest(popup, last),
      indicators: rows.filter(({ captureId }) => captureId === last),
    };
  }

  it('finds the wallet of the shop’s payment page in its code', async () => {
    const page = await openShopPage(session, '/payment');
    const { manifest, indicators } = await captured(page);
    expect(manifest.steps.find((step) => step.name === 'qr')).toMatchObject({ outcome: 'done' });
    expect(manifest.notes.filter((note) => note.includes('QR'))).toEqual([]);
    expect(manifest.qrCodes).toEqual([
      {
        text: QR_TEXT,
        place: `img ${session.shop.origin}/assets/qr-btc.png`,
        rect: expect.objectContaining({ width: expect.any(Number) }),
      },
    ]);
    const wallet = indicators.find(({ type, value }) => type === 'btc' && value === WALLET.btcMain);
    expect(wallet?.facts).toMatchObject({ amount: '0.0021' });
    expect(wallet?.sightings.filter(({ origin }) => origin === 'qr')).toMatchObject([
      { raw: WALLET.btcMain, place: `img ${session.shop.origin}/assets/qr-btc.png` },
    ]);
    await page.close();
  });

  it('reads codes of every kind, and says of each which picture it is and where it stands', async () => {
    const other = await serve('localhost', () => '');
    const origin = await serve('127.0.0.1', () => other);
    const page = await session.driven.browser.newPage();
    await page.goto(`${origin}/`, { waitUntil: 'load' });
    await page.waitForNetworkIdle({ idleTime: 500 });
    const { manifest, indicators } = await captured(page);
    const places = Object.fromEntries(
      Object.entries(CODES).map(([kind, { text }]) => [
        kind,
        manifest.qrCodes.filter((code) => code.text === text).map((code) => code.place),
      ]),
    );
    const at = expect.stringMatching(/^(?:viewport|page-01)\.png at \d+, \d+$/);
    const canvas = expect.stringMatching(/^canvas at \d+, \d+$/);
    expect(places).toEqual({
      small: [`img ${origin}/small.png`, `img ${origin}/twins.png`],
      inverted: [`img ${origin}/inverted.png`],
      turned: [`img ${origin}/turned.png`],
      canvas: [canvas],
      tainted: [canvas],
      svg: [`img ${origin}/code.svg`],
      inline: [at],
      background: [at],
      twin: [`img ${origin}/twins.png`],
      hidden: [`file ${origin}/hidden.png`],
      below: [`img ${origin}/below.png`],
      frame: [`0 img ${other}/frame.png`],
    });
    const rects = new Map(manifest.qrCodes.map(({ text, rect }) => [text, rect]));
    expect(rects.get(CODES.hidden.text)).toBeUndefined();
    expect(rects.get(CODES.below.text)?.y).toBeGreaterThan(3000);
    const seen = indicators.filter(({ sightings }) => sightings.some((one) => one.origin === 'qr'));
    for (const { type, value } of Object.values(CODES)) {
      expect(seen).toContainEqual(expect.objectContaining({ type, value, valid: true }));
    }
    expect(manifest.observer.requests).toBe(0);
    expect(schemaFaults('capture', manifest)).toEqual([]);
    await page.close();
  });
});
