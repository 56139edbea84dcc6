import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveHeavyPage } from '../../fixtures/heavy-page/server.mjs';
import { privateFiles } from '../extension/private-files';
import { BROWSERS, readStoredText, type Session, startSession } from '../extension/session';
import { press } from '../harness/index.mjs';
import { readEnded } from './ended';

const PICTURES = 60;

/**
 * Firefox keeps the bytes of a Blob in the process that made it. So big files of a capture lie in the extension's private
 * files until they are stored.
 */
describe.each(BROWSERS)('big files of a capture in %s', (name) => {
  let session: Session;
  let heavy: Awaited<ReturnType<typeof serveHeavyPage>>;
  let reader: Page;
  let page: Page;

  beforeAll(async () => {
    session = await startSession(name);
    heavy = await serveHeavyPage(PICTURES);
    await open();
  });

  afterAll(async () => {
    await session?.end();
    await heavy?.close();
  });

  async function open(): Promise<void> {
    reader = await session.driven.openExtensionPage('casebook.html');
    page = await session.driven.browser.newPage();
    await page.goto(heavy.url, { waitUntil: 'load' });
  }

  async function capture() {
    const popup = await session.driven.openPopup(page);
    await press(popup, 'capture-page', 'capture-status', 170_000);
    await session.driven.closePopup();
    const ended = await readEnded(reader);
    if (ended.state !== 'saved') throw new Error(ended.reason);
    const { steps, artifacts } = ended.manifest;
    expect(steps.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(artifacts.find((file) => file.name === 'page-01.png')?.bytes).toBeGreaterThan(1_000_000);
    return { id: ended.id, names: artifacts.map((file) => file.name).sort() };
  }

  it('are put aside, and in the end in the store alone, with the bytes of their hashes', async () => {
    const put = await watchPrivateFiles(reader);
    await capture();
    const seen = await put.evaluate((watched) => {
      watched.isOver = true;
      return [...watched.names];
    });
    expect(seen.length > 0).toBe(name === 'firefox');
    expect(await privateFiles(reader)).toEqual([]);
  });

  it('stand in the page, each whole and in its place', async () => {
    const { id } = await capture();
    const html = await readStoredText(reader, id, 'page.html');
    expect(html).not.toContain('osmotr-held-');
    const pictures = html.match(/data:image\/png;base64,[A-Za-z\d+/]{100000,}={0,2}/g) ?? [];
    expect(new Set(pictures).size).toBe(PICTURES);
    for (let at = 0; at < PICTURES; at += 1) {
      const sent = Buffer.from(await (await fetch(new URL(`${at}.png`, heavy.url))).arrayBuffer());
      const there = Buffer.from((pictures[at] ?? '').replace(/^[^,]+,/, ''), 'base64');
      // Firefox draws them anew, and so has them in other bytes.
      if (name === 'chromium') expect([at, there.equals(sent)]).toEqual([at, true]);
      else
        expect([at, there.readUInt32BE(16), there.readUInt32BE(20)]).toEqual([
          at,
          sent.readUInt32BE(16),
          sent.readUInt32BE(20),
        ]);
    }
  });

  it('stay in memory where they can not be put aside: no file is missing', async () => {
    const { names: usual } = await capture();
    await occupyFolder(reader);
    expect((await capture()).names).toEqual(usual);
    expect(await privateFiles(reader)).toEqual(['captures']);
  });
});

/** The names that stand in the folder for captures from now on, until it is told that it is over. */
function watchPrivateFiles(page: Page) {
  return page.evaluateHandle(async () => {
    const watched = { names: new Set<string>(), isOver: false };
    const root = await navigator.storage.getDirectory();
    // Without a timer: those rest in a tab that is behind others.
    const look = async () => {
      while (!watched.isOver) {
        const folder = await root.getDirectoryHandle('captures').catch(() => null);
        const entries = (folder as unknown as { keys(): AsyncIterable<string> } | null)?.keys() ?? [];
        for await (const entry of entries) watched.names.add(entry);
      }
    };
    void look();
    return watched;
  });
}

/** A file of that name: the folder can neither be opened nor made. */
async function occupyFolder(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry('captures', { recursive: true }).catch(() => undefined);
    await root.getFileHandle('captures', { create: true });
  });
}
