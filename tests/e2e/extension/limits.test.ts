import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureActivity } from '@/utils/domain/activity';
import type { Capture, StoredArtifact } from '@/utils/domain/capture';
import type { JournalEvent } from '@/utils/domain/journal';
import { verifyChain } from '@/utils/domain/journal-chain';
import { byTestId, waitForState } from '../harness/index.mjs';
import { runInWindow } from './firefox-window';
import { BROWSERS, openShopPage, readTable, type Session, send, startSession } from './session';

/** What can go wrong around a capture: nothing is half-written, nothing is passed over in silence. */
describe.each(BROWSERS)('when something goes wrong in %s', (name) => {
  let session: Session;
  let reader: Page;

  beforeAll(async () => {
    session = await startSession(name);
    reader = await session.driven.openExtensionPage('casebook.html');
  });

  afterAll(async () => {
    await session?.end();
  });

  const activities = () => readTable<CaptureActivity>(reader, 'activities');
  const journal = async () =>
    (await readTable<JournalEvent>(reader, 'journal')).filter((e) => e.case === 'inbox');

  /** Waits for what the store says, as popup and casebook do. */
  async function waitForActivity(wanted: (activity: CaptureActivity) => boolean): Promise<CaptureActivity> {
    const end = Date.now() + 60_000;
    while (Date.now() < end) {
      const found = (await activities()).find(wanted);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`no such activity: ${JSON.stringify(await activities())}`);
  }

  /** The tab of the shop's page, as the browser numbers it. */
  const tabOf = (path: string) =>
    reader.evaluate(async (end) => {
      const api = (
        globalThis as unknown as {
          chrome: { tabs: { query(q: object): Promise<{ id: number; url?: string }[]> } };
        }
      ).chrome;
      const tabs = await api.tabs.query({});
      return tabs.find(({ url }) => url?.endsWith(end))?.id ?? -1;
    }, path);

  /** Every capture that is stored is stored whole, and every chain holds. */
  async function expectNothingHalfWritten(): Promise<Capture[]> {
    const captures = await readTable<Capture>(reader, 'captures');
    const artifacts = await readTable<StoredArtifact>(reader, 'artifacts');
    const blobs = await readTable<{ captureId: string }>(reader, 'blobs');
    const ids = new Set(captures.map(({ id }) => id));
    expect(artifacts.filter(({ captureId }) => !ids.has(captureId))).toEqual([]);
    expect(blobs.length).toBe(artifacts.length);
    for (const { id } of captures) {
      expect(artifacts.some(({ captureId, name: file }) => captureId === id && file === 'capture.json')).toBe(
        true,
      );
    }
    expect(verifyChain(await journal()).ok).toBe(true);
    return captures;
  }

  /** A page whose scripts keep it busy answers no script of ours: the capture waits at the step `dom`. */
  async function openBusyPage(path: string): Promise<Page> {
    const page = await openShopPage(session, path);
    return page;
  }
  const keepBusy = (page: Page, ms: number) =>
    page
      .evaluate((duration) => {
        const end = Date.now() + duration;
        while (Date.now() < end);
      }, ms)
      .catch(() => undefined);

  it('says why a page of the browser can not be captured, and offers no button for it', async () => {
    const page = await session.driven.browser.newPage();
    if (name === 'chromium') await page.goto('chrome://version');
    const popup = await session.driven.openPopup(page);
    expect(await (await byTestId(popup, 'page-reason')).evaluate((element) => element.textContent)).toMatch(
      /Браузер не допускает|нет загруженной страницы/,
    );
    const button = await byTestId(popup, 'capture-page');
    expect(await button.evaluate((element) => (element as HTMLButtonElement).disabled)).toBe(true);
    await session.driven.closePopup();
    await page.close();
  });

  it('answers a capture of no tab with the reason', async () => {
    const answer = await send(reader, 'capturePage', { tabId: 999_999, caseId: 'inbox', trigger: 'popup' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'tab-closed' } });
  });

  it('takes two captures at once one after the other, and saves both', async () => {
    const one = await openShopPage(session, '/kk');
    const two = await openShopPage(session, '/uz');
    const tabs = [await tabOf('/kk'), await tabOf('/uz')];
    await Promise.all(
      tabs.map((tabId) => send(reader, 'capturePage', { tabId, caseId: 'inbox', trigger: 'popup' })),
    );
    for (const tabId of tabs) {
      const ended = await waitForActivity((a) => a.tabId === tabId && ['done', 'failed'].includes(a.state));
      expect(ended.state).toBe('done');
    }
    const kinds = (await journal()).map(({ kind }) => kind).filter((kind) => kind.startsWith('capture-'));
    expect(kinds).toEqual(['capture-started', 'capture-saved', 'capture-started', 'capture-saved']);
    const captures = await expectNothingHalfWritten();
    expect(captures.map(({ number }) => number).sort()).toEqual([1, 2]);
    await one.close();
    await two.close();
  });

  it('keeps what it had when the tab is closed in the middle, and names the steps that failed', async () => {
    const page = await openBusyPage('/chat');
    const tabId = await tabOf('/chat');
    await page.bringToFront();
    void keepBusy(page, 20_000);
    await send(reader, 'capturePage', { tabId, caseId: 'inbox', trigger: 'popup' });
    await waitForActivity((a) => a.tabId === tabId && a.step !== null);
    await page.close({ runBeforeUnload: false });
    const ended = await waitForActivity((a) => a.tabId === tabId && ['done', 'failed'].includes(a.state));
    const captures = await expectNothingHalfWritten();
    const saved = captures.find(({ id }) => id === ended.id);
    const last = (await journal()).at(-1);
    if (saved) expect(saved.failedSteps.length).toBeGreaterThan(0);
    expect(last?.kind).toBe(saved ? 'capture-saved' : 'capture-failed');
    expect(last?.data.capture).toBe(ended.id);
  });

  it('seals nothing when a stored file is no longer what was captured', async () => {
    const { value } = await send<{ value: { caseId: string } }>(reader, 'createCase', {
      title: 'Порча',
      registerNumber: '',
      jurisdiction: 'uz',
      unit: '',
      position: '',
      rank: '',
      name: '',
    });
    const page = await openShopPage(session, '/login');
    const tabId = await tabOf('/login');
    await send(reader, 'capturePage', { tabId, caseId: value.caseId, trigger: 'popup' });
    const { id } = await waitForActivity((a) => a.tabId === tabId && a.state === 'done');
    await page.close();
    await reader.evaluate(async (captureId) => {
      const open = indexedDB.open('osmotr');
      await new Promise((resolve) => {
        open.onsuccess = resolve;
      });
      const transaction = open.result.transaction('blobs', 'readwrite');
      transaction.objectStore('blobs').put({ captureId, name: 'text.txt', blob: new Blob(['forged']) });
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      open.result.close();
    }, id);
    await send(reader, 'exportCase', { caseId: value.caseId });
    const ended = await waitForActivity((a) => a.caseId === value.caseId && a.state === 'failed');
    expect(ended.error).toMatchObject({
      code: 'artifact-damaged',
      facts: { file: expect.stringContaining('text.txt') },
    });
    const events = (await readTable<JournalEvent>(reader, 'journal')).filter((e) => e.case === value.caseId);
    expect(events.at(-1)?.kind).toBe('export-failed');
  });

  it('reports a capture that the browser stopped in the middle, and writes nothing else of it', async () => {
    const page = await openBusyPage('/contacts');
    const tabId = await tabOf('/contacts');
    const popup = await session.driven.openPopup(page);
    void keepBusy(page, 15_000);
    await (await byTestId(popup, 'capture-page')).click();
    const begun = await waitForActivity((a) => a.tabId === tabId && a.step !== null);
    await session.driven.stopBackground();
    // Nobody asks for anything: the open popup notices, and says so.
    await waitForState(popup, 'capture-status', 'failed', 60_000);
    const ended = await waitForActivity((a) => a.id === begun.id && a.state === 'failed');
    await session.driven.closePopup();
    expect(ended.error?.code).toBe('capture-interrupted');
    expect((await expectNothingHalfWritten()).map(({ id }) => id)).not.toContain(begun.id);
    expect((await journal()).at(-1)).toMatchObject({
      kind: 'capture-interrupted',
      data: { capture: begun.id },
    });
    await page.close();
  });

  it('does the same after the whole browser was killed, and the next capture works', async () => {
    const page = await openBusyPage('/gallery');
    const tabId = await tabOf('/gallery');
    await page.bringToFront();
    void keepBusy(page, 15_000);
    await send(reader, 'capturePage', { tabId, caseId: 'inbox', trigger: 'popup' });
    const begun = await waitForActivity((a) => a.tabId === tabId && a.step !== null);
    await session.driven.kill();
    await session.restart();
    reader = await session.driven.openExtensionPage('casebook.html');
    const ended = await waitForActivity((a) => a.id === begun.id && a.state === 'failed');
    expect(ended.error?.code).toBe('capture-interrupted');
    expect((await expectNothingHalfWritten()).map(({ id }) => id)).not.toContain(begun.id);
    expect((await journal()).filter(({ kind }) => kind === 'capture-interrupted').length).toBe(2);

    const next = await openShopPage(session, '/kk');
    const popup = await session.driven.openPopup(next);
    await (await byTestId(popup, 'capture-page')).click();
    await waitForState(popup, 'capture-status', 'done');
    await expectNothingHalfWritten();
  });
});

/** Firefox lets its user take the permission for sites away at any time. */
describe('a permission taken away in firefox', () => {
  it('is said in the popup, with what to do, and the page is not captured', async () => {
    const session = await startSession('firefox');
    try {
      const page = await openShopPage(session, '/kk');
      await runInWindow(session.driven, takePermissionAway);
      const popup = await session.driven.openPopup(page);
      const reason = await byTestId(popup, 'page-reason');
      expect(await reason.evaluate((element) => element.getAttribute('data-code'))).toBe(
        'permission-refused',
      );
      const button = await byTestId(popup, 'capture-page');
      expect(await button.evaluate((element) => (element as HTMLButtonElement).disabled)).toBe(true);
    } finally {
      await session.end();
    }
  });
});

/** Tor Browser's mode: Firefox gives extension pages no database there. */
describe('permanent private browsing in firefox', () => {
  it('says that nothing can be stored, and calls nothing captured', async () => {
    const session = await startSession('firefox', { privateBrowsing: true });
    try {
      const page = await openShopPage(session, '/kk');
      const popup = await session.driven.openPopup(page);
      await popup.waitForFunction(
        (code) => document.body.textContent?.includes(code),
        { polling: 'mutation' },
        'Браузер не даёт расширению хранить данные',
      );
      const button = await popup.$('[data-testid="capture-page"]');
      const isUsable = await button?.evaluate((element) => !(element as HTMLButtonElement).disabled);
      expect(isUsable ?? false).toBe(false);
    } finally {
      await session.end();
    }
  });
});

async function takePermissionAway(): Promise<void> {
  const { ChromeUtils, WebExtensionPolicy } = globalThis as never as {
    ChromeUtils: {
      importESModule(url: string): { ExtensionPermissions: { remove(...args: unknown[]): Promise<void> } };
    };
    WebExtensionPolicy: { getByID(id: string): { extension: unknown } };
  };
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { extension } = WebExtensionPolicy.getByID('osmotr@osmotr');
  await ExtensionPermissions.remove('osmotr@osmotr', { permissions: [], origins: ['<all_urls>'] }, extension);
}
