import type { Page } from 'puppeteer-core';
import { runInWindow } from './firefox-window';
import type { Session } from './session';

export type Trigger = 'shortcut' | 'context-menu';

/**
 * Sets off a capture without the popup. Firefox gets a real key press and a real click in its context menu.
 * Headless Chromium hands synthetic keys to the page only and shows no menu: there the browser's event is
 * fired in the worker, as the browser itself does.
 */
export async function pullTrigger(session: Session, trigger: Trigger, page: Page): Promise<void> {
  if (session.name === 'chromium') return fireInWorker(session, trigger, page.url());
  await runInWindow(session.driven, trigger === 'shortcut' ? pressKey : clickMenu);
}

async function fireInWorker({ driven }: Session, trigger: Trigger, url: string): Promise<void> {
  const target = await driven.browser.waitForTarget((it) => it.type() === 'service_worker');
  const worker = await target.worker();
  await worker?.evaluate(
    async (kind, pageUrl) => {
      type Event = { dispatch(...args: unknown[]): void };
      const { tabs, commands, contextMenus } = chrome;
      const tab = (await tabs.query({})).find((it) => it.url === pageUrl);
      if (kind === 'shortcut') (commands.onCommand as unknown as Event).dispatch('capture-page', tab);
      else
        (contextMenus.onClicked as unknown as Event).dispatch({ menuItemId: 'capture-page', pageUrl }, tab);
    },
    trigger,
    url,
  );
}

function pressKey(): void {
  const window = globalThis as unknown as Record<string, never>;
  const { Cc, Ci, KeyboardEvent } = window as never as {
    Cc: Record<string, { createInstance(i: unknown): never }>;
    Ci: Record<string, unknown>;
    KeyboardEvent: new (type: string, init: object) => never;
  };
  const processor = Cc['@mozilla.org/text-input-processor;1']?.createInstance(
    Ci.nsITextInputProcessor,
  ) as unknown as {
    beginInputTransactionForTests(w: unknown): boolean;
    keydown(event: unknown): void;
    keyup(event: unknown): void;
  };
  processor.beginInputTransactionForTests(window);
  const keys = [
    { key: 'Alt', code: 'AltLeft', keyCode: 18 },
    { key: 'Shift', code: 'ShiftLeft', keyCode: 16 },
    { key: 'C', code: 'KeyC', keyCode: 67 },
  ].map((init) => new KeyboardEvent('', init));
  for (const key of keys) processor.keydown(key);
  for (const key of keys.reverse()) processor.keyup(key);
}

async function clickMenu(): Promise<void> {
  type Element = { id: string; getAttribute(name: string): string | null };
  type Menu = EventTarget & {
    querySelectorAll(selector: string): Iterable<Element>;
    activateItem(item: Element): void;
    openPopupAtScreen(x: number, y: number, context: boolean): void;
  };
  const { document, gBrowser } = globalThis as unknown as {
    document: { getElementById(id: string): Menu };
    gBrowser: {
      selectedBrowser: {
        browsingContext: { currentWindowGlobal: unknown };
        getBoundingClientRect(): { x: number; y: number };
      };
    };
  };
  const menu = document.getElementById('contentAreaContextMenu');
  const shown = new Promise((resolve) => menu.addEventListener('popupshown', resolve, { once: true }));
  const { x, y } = gBrowser.selectedBrowser.getBoundingClientRect();
  const send = globalThis as unknown as {
    synthesizeMouseEvent(type: string, x: number, y: number, init: object, options: object): void;
  };
  for (const type of ['mousedown', 'mouseup', 'contextmenu']) {
    send.synthesizeMouseEvent(
      type,
      x + 5,
      y + 5,
      { button: 2, clickCount: 1 },
      { isDOMEventSynthesized: false },
    );
  }
  await shown;
  const item = [...menu.querySelectorAll('menuitem')].find(({ id }) =>
    id.startsWith('osmotr_osmotr-menuitem-'),
  );
  if (!item) throw new Error('the context menu has no entry of ours');
  menu.activateItem(item);
}
