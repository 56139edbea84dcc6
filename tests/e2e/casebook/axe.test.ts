import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedStore } from '../../fixtures/seeded-store/seed-store.mjs';
import { build } from '../../tools/build.mjs';
import { runInWindow } from '../extension/firefox-window';
import { BROWSERS, type Session, startSession } from '../extension/session';
import { waitFor } from '../indicators/page';
import { makeBundles } from '../verifier/bundles';
import { SCREENS, STATES } from './screens';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCHEMES = ['light', 'dark'] as const;

/** What axe finds on each screen and in what opens on it, in both themes. Colours alone differ in the dark one. */
describe.each(BROWSERS)('what axe finds in %s', (name) => {
  let session: Session;
  let book: Page;
  const ids = { CASE: '', CAPTURE: '', BUNDLE: '' };

  beforeAll(async () => {
    session = await startSession(name);
    book = await session.driven.openExtensionPage('casebook.html');
    ids.CASE = (await seedStore(book, { captures: 12, cases: 1 }))[0]?.id ?? '';
    await go(`#/case/${ids.CASE}/captures`, 'a[href^="#/capture/"]');
    ids.CAPTURE = await book.$eval(
      'a[href^="#/capture/"]',
      (link) => link.getAttribute('href')?.split('/')[2] ?? '',
    );
    const extensionDir = (await build({ browsers: [name], quiet: true }))[name] ?? '';
    ids.BUNDLE = (await makeBundles(extensionDir, join(session.dir, 'bundles'))).bad;
    await book.evaluate(AXE);
  });
  afterAll(() => session?.end());

  const go = async (hash: string, selector: string) => {
    await book.evaluate((next) => {
      location.hash = next;
    }, hash);
    await waitFor(book, selector);
  };

  const paint = async (scheme: (typeof SCHEMES)[number]) => {
    if (name === 'chromium') {
      await book.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    } else {
      await runInWindow(session.driven, setScheme, scheme);
    }
    await waitFor(book, `html[data-mantine-color-scheme="${scheme}"]`);
    // Half-way from one theme to the other, colours are those of neither.
    await book.evaluate(async () => {
      const ending = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
      await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)));
    });
  };

  const findings = async (scheme: (typeof SCHEMES)[number]) => {
    await paint(scheme);
    const { violations } = await book.evaluate(
      (only) =>
        (
          globalThis as unknown as { axe: { run(at: Document, options: object): Promise<AxeResults> } }
        ).axe.run(document, { iframes: false, resultTypes: ['violations'], ...only }),
      scheme === 'dark' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {},
    );
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, html }) => `${scheme} ${id}: ${target.join(' ')} ${html.slice(0, 160)}`),
      );
  };

  it.each([...SCREENS, ...STATES])('nothing serious: $name', async ({ hash, selector, enter }) => {
    // What an earlier test has opened is closed again.
    await go('#/welcome', '[data-testid="welcome"]');
    await go(hash.replace('CASE', ids.CASE).replace('CAPTURE', ids.CAPTURE), selector);
    await enter?.(book, ids);
    expect([...(await findings('light')), ...(await findings('dark'))]).toEqual([]);
  });
});

/** Runs in Firefox's window. */
function setScheme(scheme: string): void {
  const { gBrowser } = globalThis as unknown as {
    gBrowser: { selectedBrowser: { browsingContext: { prefersColorSchemeOverride: string } } };
  };
  gBrowser.selectedBrowser.browsingContext.prefersColorSchemeOverride = scheme;
}
