import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StepName, StepRecord } from '@/utils/domain/capture';
import { BROWSERS, readStoredText, readTable } from '../extension/session';
import { byTestId, waitForState } from '../harness/index.mjs';
import { atStep, type Moment } from './at-step';
import { type Ended, readEnded, waitForEnd } from './ended';
import { type HardSession, startHardSession } from './hard-session';

/** How often a capture is begun anew because the tab went away only behind the step that was meant. */
const TRIES = 3;

/** Steps whose work asks the tab; behind those, nothing of it is needed any more. */
const OF_TAB: readonly StepName[] = ['viewport', 'dom', 'mhtml', 'page-images'];

const LEAVING: readonly (readonly [how: 'goes elsewhere' | 'is closed', when: Moment])[] = [
  ['goes elsewhere', 'start'],
  ['goes elsewhere', 'page-images'],
  ['goes elsewhere', 'qr'],
  ['goes elsewhere', 'indicators'],
  ['is closed', 'start'],
  ['is closed', 'page-images'],
];

/** What was obtained before is kept, and only of the first page. */
describe.each(BROWSERS)('a page that is left in the middle of its capture in %s', (name) => {
  let hard: HardSession;

  beforeAll(async () => {
    hard = await startHardSession(name);
  });

  afterAll(async () => {
    await hard?.end();
  });

  /** Captures by the popup, and leaves the page as soon as that step runs. */
  async function leaveAt(how: string, when: Moment): Promise<Ended> {
    const { session, site, reader } = hard;
    const page = await session.driven.browser.newPage();
    await page.goto(`${site.here}/long`, { waitUntil: 'load' });
    const popup = await session.driven.openPopup(page);
    const to = how === 'is closed' ? null : `${site.there}/elsewhere`;
    const left = atStep(reader, page.url(), when, to ? { goTo: to } : 'close');
    await (await byTestId(popup, 'capture-page')).click();
    await left;
    if (to) await waitForState(popup, 'capture-status', ['done', 'failed'], 120_000);
    else await waitForEnd(reader);
    const ended = await readEnded(reader);
    await session.driven.closePopup();
    if (to) await page.close();
    return ended;
  }

  it.each(LEAVING)('%s at %s', async (how, when) => {
    const reason = how === 'is closed' ? 'tab-closed' : 'page-navigated';
    for (let tries = 1; ; tries += 1) {
      const ended = await leaveAt(how, when);
      if (ended.state === 'refused') {
        expect([when, ended.reason]).toEqual(['start', 'nothing-captured']);
        return;
      }
      const { manifest, id } = ended;
      await expectFirstPageOnly(id);
      const lost = expectOnlyLater(manifest.steps, reason);
      if (when === 'qr' || when === 'indicators') expect(lost).toEqual([]);
      else if (lost.length === 0 && tries < TRIES) continue;
      else expect(lost).not.toEqual([]);
      return;
    }
  });

  /** No picture has a pixel of the other page's colour, no text a word of it. */
  async function expectFirstPageOnly(id: string): Promise<void> {
    const files = await readTable<{ captureId: string; name: string }>(hard.reader, 'artifacts');
    for (const { name: file } of files.filter(({ captureId }) => captureId === id)) {
      if (file.endsWith('.png')) {
        const magenta = await hard.reader.evaluate(countMagenta, id, file);
        expect({ file, magenta }).toEqual({ file, magenta: 0 });
      } else if (/\.(?:html|txt|mhtml)$/.test(file)) {
        const text = await readStoredText(hard.reader, id, file);
        expect({ file, of: text.match(/ALPHA|BRAVO/)?.[0] }).toEqual({ file, of: 'ALPHA' });
        expect({ file, mixed: text.includes('BRAVO') }).toEqual({ file, mixed: false });
      }
    }
  }
});

/** Steps that failed because the page was left. Others don't fail; none that needs the tab succeeds behind one of them. */
function expectOnlyLater(steps: readonly StepRecord[], reason: string): StepName[] {
  const lost = steps.filter(({ outcome, reason: said }) => outcome === 'failed' && said === reason);
  const begun = Math.min(...lost.map(({ startedMs, durationMs }) => startedMs + durationMs));
  const others = steps.filter((step) => step.outcome === 'failed' && !lost.includes(step));
  const hasDom = steps.some((step) => step.name === 'dom' && step.outcome === 'done');
  expect(others.map((step) => step.name)).toEqual(hasDom ? [] : ['assemble']);
  const after = steps.filter(({ name, startedMs }) => OF_TAB.includes(name) && startedMs > begun);
  expect(after.filter(({ outcome }) => outcome === 'done')).toEqual([]);
  return lost.map((step) => step.name);
}

/** Runs in a page of the extension: how many pixels of a stored picture are pure magenta. */
async function countMagenta(captureId: string, name: string): Promise<number> {
  const done = <R>(asked: IDBRequest<R>) =>
    new Promise<R>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  const db = await done(indexedDB.open('osmotr'));
  const { blob } = await done(db.transaction('blobs').objectStore('blobs').get([captureId, name]));
  db.close();
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', {
    willReadFrequently: true,
  });
  context?.drawImage(bitmap, 0, 0);
  const { data = new Uint8ClampedArray() } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? {};
  return new Uint32Array(data.buffer).reduce((count, pixel) => count + (pixel === 0xffff00ff ? 1 : 0), 0);
}
