import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capture } from '@/utils/domain/capture';
import type { JournalEvent } from '@/utils/domain/journal';
import { pullTrigger } from './pull-trigger';
import { BROWSERS, openShopPage, readTable, type Session, startSession } from './session';

/** Captures without the popup. The browsers' own menus and keys are pressed where a test can reach them. */
describe.each(BROWSERS)('shortcut and context menu in %s', (name) => {
  let session: Session;
  let reader: Page;

  beforeAll(async () => {
    session = await startSession(name);
    reader = await session.driven.openExtensionPage('casebook.html');
  });

  afterAll(async () => {
    await session?.end();
  });

  it('has a key that the browser grants', async () => {
    const commands = await reader.evaluate(() => {
      const api = (
        globalThis as unknown as {
          chrome: { commands: { getAll(): Promise<{ name: string; shortcut: string }[]> } };
        }
      ).chrome;
      return api.commands.getAll();
    });
    const wanted = name === 'firefox' ? 'Alt+Shift+C' : 'Alt+Shift+F';
    expect(commands).toContainEqual(expect.objectContaining({ name: 'capture-page', shortcut: wanted }));
  });

  it.each(['shortcut', 'context-menu'] as const)(
    'captures by %s, with the result on the toolbar button',
    async (trigger) => {
      const page = await openShopPage(session, '/contacts');
      await page.bringToFront();
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      await pullTrigger(session, trigger, page);
      const text = await waitForBadge(reader, /^\d+\+?$|^!$/);
      const captures = await readTable<Capture>(reader, 'captures');
      const newest = captures.at(-1);
      expect(text).toBe(String(newest?.indicatorCount));
      expect(newest?.url).toBe(`${session.shop.origin}/contacts`);
      const events = await readTable<JournalEvent>(reader, 'journal');
      const started = events.filter(({ kind }) => kind === 'capture-started').at(-1);
      expect(started?.data.trigger).toBe(trigger);
      expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
      await page.close();
    },
  );
});

/** The badge of the tab in front, once it matches. */
async function waitForBadge(reader: Page, wanted: RegExp): Promise<string> {
  const end = Date.now() + 30_000;
  for (;;) {
    const text = await reader.evaluate(async () => {
      type Api = {
        tabs: { query(q: object): Promise<{ id: number; url?: string }[]> };
        action: { getBadgeText(q: object): Promise<string> };
      };
      const { tabs, action } = (globalThis as unknown as { chrome: Api }).chrome;
      const tab = (await tabs.query({})).find(({ url }) => url?.endsWith('/contacts'));
      return tab ? action.getBadgeText({ tabId: tab.id }) : '';
    });
    if (wanted.test(text)) return text;
    if (Date.now() > end) throw new Error(`the badge says "${text}"`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
