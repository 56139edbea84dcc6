import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedStore } from '../../fixtures/seeded-store/seed-store.mjs';
import { type Session, startSession } from '../extension/session';
import { waitFor } from '../indicators/page';
import { SCREENS } from './screens';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('what axe finds', () => {
  let session: Session;
  let book: Page;
  const ids = { CASE: '', CAPTURE: '' };

  beforeAll(async () => {
    session = await startSession('chromium');
    book = await session.driven.openExtensionPage('casebook.html');
    ids.CASE = (await seedStore(book, { captures: 12, cases: 1 }))[0]?.id ?? '';
    await book.evaluate((id) => {
      location.hash = `#/case/${id}/captures`;
    }, ids.CASE);
    await waitFor(book, 'a[href^="#/capture/"]');
    ids.CAPTURE = await book.$eval('a[href^="#/capture/"]', (link) => {
      return link.getAttribute('href')?.split('/')[2] ?? '';
    });
    await book.evaluate(AXE);
  });
  afterAll(() => session.end());

  const findings = async () => {
    const { violations } = await book.evaluate(() =>
      (globalThis as unknown as { axe: { run(at: Document, options: object): Promise<AxeResults> } }).axe.run(
        document,
        { iframes: false, resultTypes: ['violations'] },
      ),
    );
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 160)}`),
      );
  };

  describe.each(['light', 'dark'])('%s', (scheme) => {
    it.each(SCREENS)('nothing serious on the screen: $name', async ({ hash, selector }) => {
      await book.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await book.evaluate(
        (next) => {
          location.hash = next;
        },
        hash.replace('CASE', ids.CASE).replace('CAPTURE', ids.CAPTURE),
      );
      await waitFor(book, selector);
      expect(await findings()).toEqual([]);
    });
  });
});
