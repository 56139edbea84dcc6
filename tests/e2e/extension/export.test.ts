import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byTestId, expectDownload, press } from '../harness/index.mjs';
import { leaveFile, privateFiles } from './private-files';
import {
  BROWSERS,
  capture,
  createCase,
  exportCase,
  openShopPage,
  readTable,
  type Session,
  send,
  startSession,
} from './session';

interface Report {
  readonly ok: boolean;
  readonly summary: { readonly keySha256: string; readonly scope: object };
}

/** Chosen captures, a passphrase, a lost key, a killed browser: what an export can be beside the plain one. */
describe.each(BROWSERS)('exports in %s', (name) => {
  let session: Session;
  let casebook: Page;
  let firstKey: string;
  let firstBundle: string;

  beforeAll(async () => {
    session = await startSession(name);
  });

  afterAll(async () => {
    await session?.end();
  });

  const downloads = () => readdirSync(session.driven.downloadDir);
  const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
  const verify = (file: string): Report => {
    const tool = new URL('../../tools/verify.mjs', import.meta.url).pathname;
    return JSON.parse(execFileSync('node', [tool, file, '--json'], { encoding: 'utf8' }));
  };
  const journal = () =>
    readTable<{ case: string; kind: string; data: Record<string, unknown> }>(casebook, 'journal');
  const openCase = async () => {
    casebook = await session.driven.openExtensionPage('casebook.html');
    await (await byTestId(casebook, 'case-row')).click();
    await (await byTestId(casebook, 'tab-captures')).click();
    await byTestId(casebook, 'capture-row');
  };
  const keyInSettings = async () => {
    const page = await session.driven.openExtensionPage('casebook.html#/settings');
    const key = await (await byTestId(page, 'sealing-key')).evaluate((it) => it.getAttribute('data-sha256'));
    await page.close();
    return key ?? '';
  };

  it('has the sealing key from the first start on, before anything is captured or exported', async () => {
    firstKey = await keyInSettings();
    expect(firstKey).toMatch(/^[0-9a-f]{64}$/);
  });

  it('seals with that key and leaves nothing but the ZIP', async () => {
    const shop = await openShopPage(session, '/payment');
    await createCase(await session.driven.openPopup(shop), { title: 'Лунная лавка' });
    await capture(session, shop);
    const second = await openShopPage(session, '/contacts');
    const { popup } = await capture(session, second);
    firstBundle = (await exportCase(session, popup)).file;
    expect(verify(firstBundle)).toMatchObject({
      ok: true,
      summary: { keySha256: firstKey, scope: { partial: false, of: 2, numbers: [1, 2] } },
    });
    await session.driven.closePopup();
    await openCase();
    expect(await privateFiles(casebook)).toEqual([]);
    expect(downloads()).toEqual([basename(firstBundle)]);
  });

  it('keeps text deflated, in the store and so in the bundle', async () => {
    const files = await readTable<{ name: string; bytes: number; deflatedBytes?: number }>(
      casebook,
      'artifacts',
    );
    const texts = files.filter(({ name: file, bytes }) => !/\.(png|jpe?g)$/.test(file) && bytes > 4096);
    expect(texts.map(({ name: file }) => file)).toContain('page.html');
    for (const { bytes, deflatedBytes = bytes } of texts) expect(deflatedBytes).toBeLessThan(bytes * 0.9);
    const listed = execFileSync('unzip', ['-v', firstBundle], { encoding: 'utf8' });
    expect(listed).toMatch(/Defl:\S+ .*page\.html/);
    expect(listed).toMatch(/Stored .*viewport\.png/);
  });

  it('exports chosen captures: the bundle holds, and says which of how many', async () => {
    const [matter] = await readTable<{ id: string }>(casebook, 'cases');
    const captures = await readTable<{ id: string; number: number }>(casebook, 'captures');
    const chosen = captures.find(({ number }) => number === 2)?.id ?? '';
    const download = await expectDownload(session.driven.downloadDir);
    await send(casebook, 'exportCase', { caseId: matter?.id, captureIds: [chosen] });
    const file = await download.file;
    expect(verify(file)).toMatchObject({
      ok: true,
      summary: { scope: { partial: true, of: 2, numbers: [2] } },
    });
    const page = execFileSync('unzip', ['-p', file, 'data/index.html'], { encoding: 'utf8' });
    expect(page).toContain('Пакет неполный');
    const gone = await send(casebook, 'exportCase', { caseId: matter?.id, captureIds: [chosen, 'gone'] });
    expect(gone).toMatchObject({ ok: false, error: { code: 'selection-gone' } });
  });

  describe('with a passphrase', () => {
    let passphrase: string;

    it('judges it, makes one up, and starts with none that is weak', async () => {
      await (await byTestId(casebook, 'encrypt-case')).click();
      const field = await byTestId(casebook, 'passphrase');
      const level = (wanted: string) =>
        casebook.waitForSelector(`[data-testid="passphrase-level"][data-level="${wanted}"]`);
      const start = () =>
        casebook.$eval('[data-testid="start-encrypted"]', (it) => (it as HTMLButtonElement).disabled);
      await field.type('пароль-пароль');
      await level('unusable');
      await field.click({ count: 3 });
      await field.type('password2024');
      await level('refused');
      expect(await start()).toBe(true);
      await (await byTestId(casebook, 'make-passphrase')).click();
      await level('strong');
      expect(await start()).toBe(false);
      passphrase = await field.evaluate((it) => (it as HTMLInputElement).value);
      expect(passphrase).toMatch(/^[0-9a-z]{5}(-[0-9a-z]{5}){4}$/);
    });

    it('gives a container that 7-Zip opens with it and not without; the bundle in it verifies', async () => {
      const download = await expectDownload(session.driven.downloadDir);
      expect(await press(casebook, 'start-encrypted', 'export-status')).toBe('done');
      const container = await download.file;
      expect(container).toMatch(/-aes256\.zip$/);
      const unpack = (given: string) =>
        spawnSync('7z', ['x', '-y', `-p${given}`, `-o${session.dir}`, container], { encoding: 'utf8' });
      expect(unpack(`${passphrase}x`).status).not.toBe(0);
      expect(unpack(passphrase).status).toBe(0);
      const inside = join(session.dir, basename(container).replace('-aes256', ''));
      expect(verify(inside)).toMatchObject({ ok: true, summary: { keySha256: firstKey } });

      const shown = async (id: string) =>
        (await byTestId(casebook, id)).evaluate((it) => it.getAttribute('data-sha256'));
      expect([await shown('bundle-sha256'), await shown('container-sha256')]).toEqual([
        sha256(inside),
        sha256(container),
      ]);
      expect((await journal()).findLast(({ kind }) => kind === 'export-finished')?.data).toMatchObject({
        fileName: basename(inside),
        sha256: sha256(inside),
        container: { fileName: basename(container), sha256: sha256(container) },
      });
    });

    it('keeps the passphrase nowhere, and no file of its own', async () => {
      expect(await privateFiles(casebook)).toEqual([]);
      const kept = await casebook.evaluate(async () => {
        const request = <R>(asked: IDBRequest<R>) =>
          new Promise<R>((resolve, reject) => {
            asked.onsuccess = () => resolve(asked.result);
            asked.onerror = () => reject(asked.error);
          });
        const db = await request(indexedDB.open('osmotr'));
        const tables = [...db.objectStoreNames];
        const rows = await Promise.all(
          tables.map((table) => request(db.transaction(table).objectStore(table).getAll())),
        );
        db.close();
        const api = (
          globalThis as unknown as {
            chrome: { storage: { local: { get(): Promise<object> }; session: { get(): Promise<object> } } };
          }
        ).chrome;
        const settings = [await api.storage.local.get(), await api.storage.session.get()];
        return { text: JSON.stringify([rows, settings, location.href]), tables: tables.length };
      });
      expect(kept.tables).toBeGreaterThan(8);
      expect(kept.text).toContain('-aes256.zip');
      expect(kept.text).not.toContain(passphrase);
    });
  });

  it('makes a new key when the old one was lost: both bundles verify, by different keys', async () => {
    await clearTable(casebook, 'sealingKeys');
    const download = await expectDownload(session.driven.downloadDir);
    expect(await press(casebook, 'export-case', 'export-status')).toBe('done');
    const { ok, summary } = verify(await download.file);
    expect(ok).toBe(true);
    expect(summary.keySha256).not.toBe(firstKey);
    expect(verify(firstBundle)).toMatchObject({ ok: true, summary: { keySha256: firstKey } });
    expect(await keyInSettings()).toBe(summary.keySha256);
    const made = (await journal()).filter(({ kind }) => kind === 'sealing-key-created');
    expect(made.map(({ case: owner, data }) => [owner, data.fingerprint, data.replaces])).toEqual([
      ['inbox', firstKey, undefined],
      ['inbox', summary.keySha256, firstKey],
    ]);
  });

  it('removes at the next start what a killed browser left of an export or a capture', async () => {
    await leaveFile(casebook, 'exports');
    await leaveFile(casebook, 'captures');
    expect((await privateFiles(casebook)).sort()).toEqual(['captures/half-written', 'exports/half-written']);
    await session.driven.kill();
    await session.restart();
    await openCase();
    expect(await privateFiles(casebook)).toEqual([]);
  });
});

async function clearTable(page: Page, table: string): Promise<void> {
  await page.evaluate(async (name) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('osmotr');
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    const write = db.transaction(name, 'readwrite');
    write.objectStore(name).clear();
    await new Promise((resolve, reject) => {
      write.oncomplete = resolve;
      write.onabort = () => reject(write.error);
    });
    db.close();
  }, table);
}
