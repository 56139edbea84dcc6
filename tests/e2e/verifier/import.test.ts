import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBundle } from '@/utils/bundle/build';
import type { ImportActivity } from '@/utils/domain/activity';
import type { JournalEvent } from '@/utils/domain/journal';
import { type SampleCase, sampleCase } from '../../unit/bundle/sample-case';
import { sha256, unpack } from '../../unit/bundle/unpacked';
import {
  BROWSERS,
  capture,
  createCase,
  exportCase,
  openShopPage,
  type Row,
  readTable,
  type Session,
  send,
  startSession,
} from '../extension/session';
import { byTestId, press, waitForState } from '../harness/index.mjs';
import { verifyFile } from './report';

interface StoredCase {
  readonly id: string;
  readonly imported?: readonly Row[];
}

/** A colleague's bundle, sealed with a key that this installation doesn't know, and what becomes of it here. */
describe.each(BROWSERS)('taking a bundle into the casebook of %s', (name) => {
  let session: Session;
  let page: Page;
  let exported: string;
  let colleague: SampleCase;
  let caseId: string;

  beforeAll(async () => {
    session = await startSession(name);
    const shop = await openShopPage(session, '/product');
    const popup = await session.driven.openPopup(shop);
    await createCase(popup, { title: 'Своё дело', name: 'Иванов И. И.' });
    await capture(session, shop);
    ({ file: exported } = await exportCase(session, await session.driven.openPopup(shop)));
    await session.driven.closePopup();
    execFileSync('unzip', ['-q', '-o', exported, 'verify.html', '-d', session.dir]);
    colleague = sampleCase({ captures: 3, width: 200, height: 100 });
    caseId = colleague.input.case.id;
    page = await session.driven.openExtensionPage('casebook.html');
    await (await byTestId(page, 'open-verify')).click();
  });

  afterAll(async () => {
    await session?.end();
  });

  /** A colleague's bundle of some of the captures, or of all. */
  async function bundleOf(file: string, count?: number, { input, ports } = colleague): Promise<string> {
    const captures = input.captures.slice(0, count);
    const scope = {
      partial: captures.length < input.captures.length,
      of: input.captures.length,
      numbers: captures.map(({ capture: { number } }) => number),
    };
    const verifier = readFileSync(join(session.dir, 'verify.html'), 'utf8');
    const { blob } = await buildBundle({ ...input, captures, scope, verifier }, ports);
    const path = join(session.dir, file);
    writeFileSync(path, new Uint8Array(await blob.arrayBuffer()));
    return path;
  }

  /** Verifies a file on the screen and presses «Принять в картотеку»: `done`, or why not. */
  async function takeIn(path: string): Promise<string> {
    expect(await verifyFile(page, path)).toMatchObject({ verdict: 'good' });
    const state = await press(page, 'import-bundle', 'import-status');
    return state === 'done' ? state : lastError();
  }

  async function lastError(): Promise<string> {
    const activities = await readTable<ImportActivity>(page, 'activities');
    const imports = activities.filter(({ kind }) => kind === 'import');
    return imports.sort((a, b) => a.startedAt.localeCompare(b.startedAt)).at(-1)?.error?.detail ?? 'none';
  }

  const storedHashes = () =>
    page.evaluate(async () => {
      const request = <R>(asked: IDBRequest<R>) =>
        new Promise<R>((resolve, reject) => {
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error);
        });
      const db = await request(indexedDB.open('osmotr'));
      const rows = await request(db.transaction('blobs').objectStore('blobs').getAll());
      db.close();
      const hashes: Record<string, string> = {};
      for (const { captureId, name: file, blob, deflated } of rows) {
        const plain = deflated ? blob.stream().pipeThrough(new DecompressionStream('deflate-raw')) : blob;
        const digest = await crypto.subtle.digest('SHA-256', await new Response(plain).arrayBuffer());
        hashes[`${captureId} ${file}`] = [...new Uint8Array(digest)]
          .map((byte) => byte.toString(16).padStart(2, '0'))
          .join('');
      }
      return hashes;
    });

  it('goes on when its screen is left, and cancelled later leaves the store as it was', async () => {
    const stored = () =>
      Promise.all(['cases', 'captures', 'blobs', 'journal', 'staged'].map((table) => readTable(page, table)));
    const many = await bundleOf('many.zip', undefined, sampleCase({ captures: 200 }));
    expect(await verifyFile(page, many)).toMatchObject({ verdict: 'good' });
    const before = await stored();
    await (await byTestId(page, 'import-bundle')).click();
    await waitForState(page, 'import-status', 'working');
    await (await byTestId(page, 'open-search')).click();
    await byTestId(page, 'search-box');
    await (await byTestId(page, 'open-verify')).click();
    await waitForState(page, 'import-status', 'working');
    await (await byTestId(page, 'cancel-import')).click();
    expect(await waitForState(page, 'import-status', ['done', 'failed'])).toBe('failed');
    expect(await lastError()).toBe('import-cancelled');
    expect(await stored()).toEqual(before);
  });

  it('takes part of a case, journal and all, and says from whom it is', async () => {
    expect(await takeIn(await bundleOf('part.zip', 2))).toBe('done');
    const cases = await readTable<StoredCase>(page, 'cases');
    expect(cases.find(({ id }) => id === caseId)?.imported).toMatchObject([
      {
        by: 'Иванов И. И.',
        fileName: 'part.zip',
        keySha256: sha256(colleague.signer.publicKeySpki),
        captures: 2,
        known: 0,
      },
    ]);
    const journal = await readTable<JournalEvent>(page, 'journal');
    expect(journal.filter((event) => event.case === caseId)).toEqual(
      JSON.parse(JSON.stringify(colleague.input.journal)),
    );
    const own = journal.filter((event) => event.case === 'inbox').at(-1);
    expect(own).toMatchObject({ kind: 'case-imported', data: { case: caseId, fileName: 'part.zip' } });
  });

  it('takes from a later bundle what is new, each file to the byte', async () => {
    const whole = await bundleOf('whole.zip');
    expect(await takeIn(whole)).toBe('done');
    const cases = await readTable<StoredCase>(page, 'cases');
    expect(cases.find(({ id }) => id === caseId)?.imported).toMatchObject([
      { captures: 2 },
      { captures: 1, known: 2 },
    ]);
    const hashes = await storedHashes();
    const files = await unpack(new Blob([readFileSync(whole)]));
    for (const { capture: own, artifacts } of colleague.input.captures) {
      for (const { name: file } of artifacts) {
        const [, bytes] =
          [...files].find(
            ([path]) =>
              path.includes(`/${String(own.number).padStart(4, '0')}-`) && path.endsWith(`/${file}`),
          ) ?? [];
        expect(hashes[`${own.id} ${file}`], file).toBe(sha256(bytes ?? new Uint8Array()));
      }
    }
    expect(await readTable(page, 'staged')).toEqual([]);
  });

  it('takes the same captures no second time, and no case of its own', async () => {
    const before = await readTable(page, 'captures');
    expect(await takeIn(join(session.dir, 'whole.zip'))).toBe('import-known');
    expect(await takeIn(exported)).toContain('import-own-case');
    expect(await readTable(page, 'captures')).toEqual(before);
  });

  it('refuses a bundle that does not hold, whoever asks for it', async () => {
    const bytes = readFileSync(join(session.dir, 'whole.zip'));
    const at = bytes.indexOf('seal/signature.bin') - 60;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    const path = join(session.dir, 'bad.zip');
    writeFileSync(path, bytes);
    expect(await verifyFile(page, path)).toMatchObject({ verdict: 'bad' });
    expect(await page.$('[data-testid="import-bundle"]')).toBeNull();
    // What the page thinks of a bundle counts for nothing: the background verifies for itself.
    await page.evaluate(() => {
      const input = document.createElement('input');
      input.type = 'file';
      input.id = 'direct';
      document.body.append(input);
    });
    const input = (await page.$('#direct')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
    await page.evaluate(() => {
      const channel = new BroadcastChannel('osmotr-file-direct');
      channel.onmessage = () =>
        channel.postMessage(document.querySelector<HTMLInputElement>('#direct')?.files?.[0]);
    });
    const answer = await send<{ ok: boolean }>(page, 'importBundle', { transferId: 'direct', by: '' });
    expect(answer).toMatchObject({ ok: true });
    await page.waitForFunction(
      async () => {
        const request = indexedDB.open('osmotr');
        await new Promise((resolve) => {
          request.onsuccess = resolve;
        });
        const all = request.result.transaction('activities').objectStore('activities').getAll();
        await new Promise((resolve) => {
          all.onsuccess = resolve;
        });
        request.result.close();
        return all.result.some(({ error }) => error?.code === 'import-refused');
      },
      { polling: 200 },
    );
  });

  it('lets nothing be changed in it, and captures into it go to the inbox', async () => {
    const [first] = colleague.input.captures;
    const captureId = first?.capture.id ?? '';
    const [own] = (await readTable<StoredCase>(page, 'cases')).filter(({ imported }) => !imported);
    const refused = { ok: false, error: { code: 'case-imported' } };
    const details = { ...colleague.input.case, title: 'Чужое' };
    expect(await send(page, 'updateCase', { caseId, details })).toMatchObject(refused);
    expect(await send(page, 'moveCaptures', { captureIds: [captureId], caseId: own?.id })).toMatchObject(
      refused,
    );
    expect(await send(page, 'exportCase', { caseId })).toMatchObject(refused);
    const indicator = { type: 'email', value: 'x@y.kz', reason: 'вижу' };
    expect(await send(page, 'addIndicator', { captureId, ...indicator })).toMatchObject(refused);
  });

  it('shows it as what it is: read only, with the key and the bundle', async () => {
    await page.evaluate((id) => {
      location.hash = `#/case/${id}/captures`;
    }, caseId);
    const note = await byTestId(page, 'imported-note');
    const text = await note.evaluate((element) => element.textContent ?? '');
    expect(text.replace(/\s/g, '')).toContain(sha256(colleague.signer.publicKeySpki));
    expect(await page.$('[data-testid="export-case"]')).toBeNull();
    await page.waitForSelector('[data-testid="capture-row"]');
    expect((await page.$$('[data-testid="capture-row"]')).length).toBe(3);
  });
});
