import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAST_WORDS } from '../../fixtures/hard-site/pages';
import { setSetting } from '../extension/pictures';
import { BROWSERS, readStoredText } from '../extension/session';
import { byTestId, press } from '../harness/index.mjs';
import { atStep } from './at-step';
import { readEnded, waitForEnd } from './ended';
import { expectSaved, type HardSession, startHardSession } from './hard-session';

/** Pages that don't hold still, and one that no script enters. */
describe.each(BROWSERS)('unquiet pages by the popup of %s', (name) => {
  let hard: HardSession;

  beforeAll(async () => {
    hard = await startHardSession(name);
    await setSetting(hard.reader, 'stepLimitSeconds', 20);
  });

  afterAll(async () => {
    await hard?.end();
  });

  it('a PDF: its picture is there, and it says that its text is not', async () => {
    const { manifest } = expectSaved(await hard.captureAt('/paper.pdf'));
    expect(manifest.artifacts.map((file) => file.name)).toContain('viewport.png');
    expect(manifest.notes.join('\n')).toContain('the page is a PDF');
  });

  it('frames that come and go all the time: what stays is whole', async () => {
    const ended = await hard.captureAt('/restless');
    const { manifest, failed } = expectSaved(ended);
    // Browsers may never end an MHTML, or a photograph, of which a frame went away.
    expect(failed.filter((step) => !/^(?:mhtml|page-images): time-limit$/.test(step))).toEqual([]);
    expect(ended.text).toContain(LAST_WORDS);
    expect(ended.wasLoading).toBe(false);
    // A frame that was gone before it could be read is said to be missing.
    expect(manifest.missing.every(({ kind }) => kind === 'frame')).toBe(true);
  });

  it.each(['/unending', '/held-back'])(
    '%s: a page that never ends loading is taken as far as it is there',
    async (path) => {
      const ended = await hard.captureAt(path);
      const { manifest, failed } = expectSaved(ended);
      expect(failed).toEqual([]);
      expect(manifest.remarks).toEqual([{ code: 'page-loading', facts: {} }]);
      expect(ended.wasLoading).toBe(true);
      expect(ended.text.trimEnd().endsWith(LAST_WORDS)).toBe(true);
    },
  );

  it('parts that never end loading keep nothing back', async () => {
    const ended = await hard.captureAt('/slow-parts');
    const { manifest, failed } = expectSaved(ended);
    expect(failed).toEqual([]);
    expect(manifest.remarks).toEqual([{ code: 'frames-loading', facts: { count: '2' } }]);
    expect(ended.text.match(/unending text/g)).toHaveLength(2);
    expect(ended.text).toContain(`${LAST_WORDS} too`);
    const missing = new Map(
      manifest.missing.map(({ url, reason }) => [url.replace(hard.site.here, ''), reason]),
    );
    expect(missing.get('/silent?picture')).toBe('the page had not loaded it yet');
    expect(manifest.notes).toContain('fonts and pictures in CSS that the page never loaded: 1');
    expect(missing.has('/picture/6.png')).toBe(false);
    // Firefox could read what stands in CSS only where the page sees it.
    expect(missing.has('/picture/5.png')).toBe(name === 'firefox');
  });

  it('a frame that answers nobody keeps back nothing but itself', async () => {
    const ended = await hard.captureAt('/busy-frame');
    const { manifest, failed } = expectSaved(ended);
    // Browsers wait for it with an MHTML, or a photograph; Firefox with that of the window, too.
    const waiting = name === 'firefox' ? /^(?:viewport|page-images): / : /^(?:mhtml|page-images): /;
    expect(failed.filter((step) => !waiting.test(step))).toEqual([]);
    expect(ended.text).toContain('inner quiet text');
    expect(ended.text).toContain(LAST_WORDS);
    expect(ended.text).not.toContain('busy text');
    expect(manifest.missing).toContainEqual(
      expect.objectContaining({ kind: 'frame', url: `${hard.site.there}/busy` }),
    );
  });

  it('alerts without end: what the window shows, or why not, and the next capture works', async () => {
    const page = await hard.session.driven.browser.newPage();
    const alerted = new Promise((resolve) => page.once('dialog', resolve));
    // Firefox gives the navigation up for the alert.
    page.goto(`${hard.site.here}/alerts`).catch(() => undefined);
    await alerted;
    const popup = await hard.session.driven.openPopup(page);
    await press(popup, 'capture-page', 'capture-status', 170_000);
    const ended = await readEnded(hard.reader);
    if (ended.state === 'refused') {
      expect(ended.reason).toBe('nothing-captured');
    } else if (ended.manifest.steps.some(({ name: step, outcome }) => step === 'dom' && outcome === 'done')) {
      expect(await readStoredText(hard.reader, ended.id, 'text.txt')).toContain(LAST_WORDS);
    } else {
      const failed = { name: 'dom', outcome: 'failed', reason: 'time-limit' };
      expect(ended.manifest.steps).toContainEqual(expect.objectContaining(failed));
    }
    await hard.session.driven.closePopup();
    await page.close({ runBeforeUnload: false });
    expectSaved(await hard.captureAt('/picture/8.png'));
  });

  it.each(['start', 'page-images'] as const)(
    'alerts without end, from %s on: what there was before is kept, and the next capture works',
    async (when) => {
      const { session, reader, site } = hard;
      await setSetting(reader, 'stepLimitSeconds', 10);
      const page = await session.driven.browser.newPage();
      await page.goto(`${site.here}/long`, { waitUntil: 'load' });
      const alerted = new Promise<number>((resolve) => page.once('dialog', () => resolve(Date.now())));
      const popup = await session.driven.openPopup(page);
      const begun = atStep(reader, page.url(), when, 'alert');
      await (await byTestId(popup, 'capture-page')).click();
      await begun;
      await alerted;
      // Chromium closes the popup for the alert.
      await waitForEnd(reader);
      const ended = await readEnded(reader);
      if (ended.state === 'refused') {
        expect([when, ended.reason]).toEqual(['start', 'nothing-captured']);
      } else {
        const { manifest, failed } = expectSaved(ended);
        expect(await alerted).toBeLessThan(Date.parse(manifest.time.finished));
        const hasDom = !failed.some((step) => step.startsWith('dom'));
        if (hasDom) expect(await readStoredText(reader, ended.id, 'text.txt')).toContain('ALPHA 499');
      }
      await session.driven.closePopup();
      await page.close({ runBeforeUnload: false });
      expectSaved(await hard.captureAt('/picture/9.png'));
    },
  );
});
