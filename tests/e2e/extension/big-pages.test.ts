import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureManifest } from '@/utils/domain/capture';
import { type BigPages, serveBigPages } from '../../fixtures/torture/big-pages';
import { press, waitForState } from '../harness/index.mjs';
import { BROWSERS, readManifest, readStoredText, readTable, type Session, startSession } from './session';

/** What is too much, and what will not stand still: captured, or refused with the reason, never half-saved. */
describe.each(BROWSERS)('big and restless pages in %s', (name) => {
  let session: Session;
  let site: BigPages;
  let reader: Page;

  beforeAll(async () => {
    session = await startSession(name);
    site = await serveBigPages();
    reader = await session.driven.openExtensionPage('casebook.html');
  });

  afterAll(async () => {
    await session?.end();
    await site?.close();
  });

  /** Captures a page by the button; how it ended, and what was saved. */
  async function take(path: string) {
    const page = await session.driven.browser.newPage();
    await page.goto(`${site.origin}${path}`, { waitUntil: 'load', timeout: 120_000 });
    const popup = await session.driven.openPopup(page);
    const before = site.requests.length;
    const state = await press(popup, 'capture-page', 'capture-status', 170_000);
    await session.driven.closePopup();
    const asked = site.requests.slice(before);
    await page.close();
    const manifest = state === 'done' ? await readManifest(reader) : null;
    return { state, asked, manifest };
  }

  async function textOf(manifest: CaptureManifest | null): Promise<string> {
    if (!manifest) return '';
    return readStoredText(reader, manifest.id, 'text.txt');
  }

  it.each([
    ['/nodes', 'last text'],
    ['/pictures', 'after 3000 pictures'],
    ['/data', 'much data'],
    ['/nested?depth=1', 'innermost of 40'],
    ['/restless', 'restless'],
    ['/written', 'written after load'],
  ])('%s is captured, without a request', async (path, text) => {
    const { state, asked, manifest } = await take(path);
    expect(state).toBe('done');
    expect(asked).toEqual([]);
    expect(manifest?.steps.find(({ name: step }) => step === 'dom')).toMatchObject({ outcome: 'done' });
    expect(await textOf(manifest)).toContain(text);
  });

  it('a bare picture is captured', async () => {
    const { manifest } = await take('/picture.png');
    expect(manifest?.steps.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    const html = await readStoredText(reader, manifest?.id ?? '', 'page.html');
    expect(html).toContain('data:image/png;base64,');
  });

  it('of a PDF there is the picture, and it is said that its text is not there', async () => {
    const { state, manifest } = await take('/paper.pdf');
    expect(state).toBe('done');
    expect(manifest?.artifacts.map(({ name: file }) => file)).toContain('viewport.png');
    const dom = manifest?.steps.find(({ name: step }) => step === 'dom');
    if (name === 'firefox') expect(dom).toMatchObject({ outcome: 'failed', reason: expect.any(String) });
    else expect(manifest?.notes).toContain('the page is a PDF: its pictures are here, its text is not');
  });

  it('a page that is left in the middle is never mixed with the next one', async () => {
    const page = await session.driven.browser.newPage();
    await page.goto(`${site.origin}/leaving`, { waitUntil: 'load' });
    const popup = await session.driven.openPopup(page);
    const ended = press(popup, 'capture-page', 'capture-status', 170_000);
    await waitForState(popup, 'capture-status', 'working');
    await page.evaluate(() => location.assign('/next'));
    const state = await ended;
    await session.driven.closePopup();
    await page.close();
    if (state === 'failed') return;
    const manifest = await readManifest(reader);
    const isOld = manifest.page.url.endsWith('/leaving');
    const hasText = manifest.artifacts.some(({ name: file }) => file === 'text.txt');
    if (hasText) expect(await textOf(manifest)).toContain(isOld ? 'about to leave' : 'the next page');
    else expect(manifest.steps).toContainEqual(expect.objectContaining({ reason: 'page-navigated' }));
  });

  it('leaves nothing half-saved', async () => {
    const captures = await readTable<{ id: string }>(reader, 'captures');
    const artifacts = await readTable<{ captureId: string; name: string }>(reader, 'artifacts');
    for (const { id } of captures) {
      expect(artifacts.some((file) => file.captureId === id && file.name === 'capture.json')).toBe(true);
    }
    expect(artifacts.every(({ captureId }) => captures.some(({ id }) => id === captureId))).toBe(true);
  });
});
