import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '@/utils/i18n/language';
import { seedStore } from '../../fixtures/seeded-store/seed-store.mjs';
import { type Session, send, startSession } from '../extension/session';
import { waitFor } from '../indicators/page';
import { SCREENS } from './screens';

/** The narrowest window that is promised, and one of 1,280 pixels at 200 % zoom. */
const WIDTHS = [1024, 640] as const;

describe('the layout of every screen', () => {
  let session: Session;
  let book: Page;
  const ids = { CASE: '', CAPTURE: '' };

  beforeAll(async () => {
    session = await startSession('chromium');
    book = await session.driven.openExtensionPage('casebook.html');
    ids.CASE = (await seedStore(book, { captures: 12, cases: 1 }))[0]?.id ?? '';
    const [startedAt, dueAt] = [0, 24].map((hours) => inHours(hours));
    // The list of cases is widest with a clock.
    const registration = { start: 'statement', startedAt, dueAt, registeredAt: null };
    await send(book, 'updateProcedure', { caseId: ids.CASE, procedure: { registration } });
    await show(`#/case/${ids.CASE}/captures`, 'a[href^="#/capture/"]');
    ids.CAPTURE = await book.$eval(
      'a[href^="#/capture/"]',
      (link) => link.getAttribute('href')?.split('/')[2] ?? '',
    );
  });
  afterAll(() => session.end());

  const show = async (hash: string, selector: string) => {
    await book.evaluate((next) => {
      location.hash = next;
    }, hash);
    await waitFor(book, selector);
  };

  describe.each(LANGUAGES)('in %s', (language) => {
    beforeAll(async () => {
      await book.evaluate((code) => {
        type Local = { set(values: object): Promise<void> };
        const { chrome } = globalThis as unknown as { chrome: { storage: { local: Local } } };
        return chrome.storage.local.set({ language: code });
      }, language);
      await waitFor(book, `html[lang^="${language}"]`);
    });

    it.each(WIDTHS)('%i pixels wide: nothing sticks out sideways, no word is cut', async (width) => {
      await book.setViewport({ width, height: 720 });
      const faults: string[] = [];
      for (const { name, hash, selector } of SCREENS) {
        await show(hash.replace('CASE', ids.CASE).replace('CAPTURE', ids.CAPTURE), selector);
        faults.push(
          ...(await book.evaluate(faultsOfLayout, width >= 1024)).map((fault) => `${name}: ${fault}`),
        );
      }
      expect(faults).toEqual([]);
    });
  });
});

function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString().replace('Z', '+00:00');
}

/**
 * Runs in the page: by how much it is too wide, and texts of its own that are cut without a sign of it; `isWide`: also
 * what one would have to scroll sideways, as tables may be where letters are twice as large.
 */
function faultsOfLayout(isWide: boolean): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const faults = scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px too wide`] : [];
  for (const element of document.querySelectorAll<HTMLElement>('main *, aside *')) {
    const isScrolled = /auto|scroll/.test(getComputedStyle(element).overflowX);
    if (isWide && isScrolled && element.scrollWidth > element.clientWidth + 1) {
      faults.push(`to be scrolled: ${element.className} ${element.scrollWidth - element.clientWidth} px`);
    }
    if (element.childElementCount > 0 || !element.textContent?.trim()) continue;
    const style = getComputedStyle(element);
    const canBeCut = style.display !== 'inline' && style.overflowX !== 'visible';
    const isSaid = style.textOverflow === 'ellipsis' || element.classList.contains('osmotr-live');
    if (canBeCut && !isSaid && element.scrollWidth > element.clientWidth + 1) {
      faults.push(`cut: ${element.textContent.slice(0, 80)}`);
    }
  }
  return faults;
}
