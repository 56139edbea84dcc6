import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byTestId, waitForState } from '../harness/index.mjs';
import { privateFiles } from './private-files';
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

/** An export that is cancelled, waiting or half-way, leaves a trace in the journal and nothing else. */
describe.each(BROWSERS)('cancelling an export in %s', (name) => {
  let session: Session;
  let shop: Page;
  let casebook: Page;

  beforeAll(async () => {
    session = await startSession(name);
    shop = await openShopPage(session, '/product');
    await createCase(await session.driven.openPopup(shop), { title: 'Лунная лавка' });
    await capture(session, shop);
    casebook = await session.driven.openExtensionPage('casebook.html');
    await (await byTestId(casebook, 'case-row')).click();
  });

  afterAll(async () => {
    await session?.end();
  });

  /** What the journal says of exports, in its order. */
  const exportEvents = async () => {
    const events = await readTable<{ kind: string; data: { reason?: string } }>(casebook, 'journal');
    return events
      .filter(({ kind }) => kind.startsWith('export-'))
      .map(({ kind, data }) => [kind, data.reason].filter(Boolean).join(' '));
  };

  /** Presses export and, as soon as it can be pressed, cancel; says how the export ended. */
  const cancel = async (page: Page) => {
    await (await byTestId(page, 'export-case')).click();
    const button = await byTestId(page, 'cancel-export');
    await page.waitForFunction((it) => !(it as HTMLButtonElement).disabled, { polling: 'mutation' }, button);
    await button.click();
    const state = await waitForState(page, 'export-status', ['done', 'failed']);
    return { state, text: await page.$eval('[data-testid="export-status"]', (it) => it.textContent) };
  };

  it('ends it while the files are checked, in the popup and in the casebook', async () => {
    await swapPicture(casebook, 'large');
    const ended = ['export-started', 'export-failed export-cancelled'];
    expectCancelled(await cancel(await session.driven.openPopup(shop)));
    expect(await exportEvents()).toEqual(ended);
    await session.driven.closePopup();
    await casebook.bringToFront();
    expectCancelled(await cancel(casebook));
    expect(await exportEvents()).toEqual([...ended, ...ended]);
  });

  const nothingLeft = async () => {
    expect(await privateFiles(casebook)).toEqual([]);
    const { downloadDir } = session.driven;
    expect(existsSync(downloadDir) ? readdirSync(downloadDir) : []).toEqual([]);
  };
  const lastEvent = async () => {
    const events = await readTable<{ kind: string; data: object }>(casebook, 'journal');
    return events.findLast(({ kind }) => kind.startsWith('export-'));
  };
  // Firefox writes the bundle to a file before it is downloaded; Chromium only hashes it.
  const second = name === 'firefox' ? 'write' : 'hash';
  it.each([second, 'encrypt'] as const)('ends it in the phase %s too, and leaves no file', async (phase) => {
    await swapPicture(casebook, 'large');
    if (phase === 'encrypt') {
      await (await byTestId(casebook, 'encrypt-case')).click();
      await (await byTestId(casebook, 'make-passphrase')).click();
      await casebook.waitForSelector('[data-testid="passphrase-level"][data-level="strong"]');
      await (await byTestId(casebook, 'start-encrypted')).click();
    } else {
      await (await byTestId(casebook, 'export-case')).click();
    }
    await cancelWhen(casebook, PHASES[phase]);
    expect(await waitForState(casebook, 'export-status', ['done', 'failed'])).toBe('failed');
    expect(await lastEvent()).toMatchObject({
      kind: 'export-failed',
      data: { reason: 'export-cancelled', phase },
    });
    await nothingLeft();
  });

  it('ends one that waits at once, while the one before goes on', async () => {
    await (await byTestId(casebook, 'export-case')).click();
    await byTestId(casebook, 'cancel-export');
    const [matter] = await readTable<{ id: string }>(casebook, 'cases');
    const { value } = await send<{ value: { activityId: string } }>(casebook, 'exportCase', {
      caseId: matter?.id,
    });
    await send(casebook, 'cancelExport', value);
    const activities = await readTable<{ id: string; state: string; error?: { code: string } }>(
      casebook,
      'activities',
    );
    expect(activities.find(({ id }) => id === value.activityId)).toMatchObject({
      state: 'failed',
      error: { code: 'export-cancelled' },
    });
    expect(activities.filter(({ state }) => state === 'working' || state === 'queued')).toHaveLength(1);
    expect(await lastEvent()).toMatchObject({
      kind: 'export-failed',
      data: { export: value.activityId, phase: null },
    });
    await cancelWhen(casebook, '');
    expect(await waitForState(casebook, 'export-status', ['done', 'failed'])).toBe('failed');
    await nothingLeft();
  });

  it('leaves the way free for the next export', async () => {
    await swapPicture(casebook, 'original');
    const { state, file } = await exportCase(session, await session.driven.openPopup(shop));
    expect([state, file.endsWith('.zip')]).toEqual(['done', true]);
    expect(readdirSync(session.driven.downloadDir).filter((entry) => entry.endsWith('.zip'))).toHaveLength(1);
  });
});

function expectCancelled({ state, text }: { state: string; text: string | null }): void {
  expect(state).toBe('failed');
  expect(text).toContain('Экспорт отменён');
  expect(text).toContain('Данные дела целы');
}

const PHASES = {
  hash: 'Подсчёт хэш-суммы',
  write: 'Запись пакета на диск',
  encrypt: 'Шифрование пакета',
};

/** Presses cancel as soon as the export is in the phase of this name; '' for any. */
async function cancelWhen(page: Page, phase: string): Promise<void> {
  await page.waitForFunction(
    (text) => {
      const status = document.querySelector('[data-testid="export-status"]');
      const button = status?.querySelector<HTMLButtonElement>('[data-testid="cancel-export"]');
      if (!status?.textContent?.includes(text) || !button || button.disabled) return false;
      button.click();
      return true;
    },
    { polling: 'mutation', timeout: 120_000 },
    phase,
  );
}

/**
 * Puts a file of 512 MB in the place of a capture's picture, so that reading it takes long enough to be cancelled,
 * or the one that was there back.
 */
async function swapPicture(page: Page, which: 'large' | 'original'): Promise<void> {
  await page.evaluate(
    async (wanted, sums) => {
      const request = <R>(asked: IDBRequest<R>) =>
        new Promise<R>((resolve, reject) => {
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error);
        });
      const kept = globalThis as unknown as {
        rows?: { artifact: { bytes: number }; blob: { blob: Blob } };
      };
      const db = await request(indexedDB.open('osmotr'));
      const pictureIn = async <R>(table: string) => {
        const all: { name: string }[] = await request(db.transaction(table).objectStore(table).getAll());
        return all.find((row) => row.name === 'viewport.png') as R;
      };
      const readOriginal = async () => {
        const row = await pictureIn<{ blob: Blob }>('blobs');
        // In memory, because the file behind the stored one goes with its row.
        const blob = new Blob([await row.blob.arrayBuffer()]);
        return {
          artifact: await pictureIn<{ bytes: number }>('artifacts'),
          blob: { ...row, blob },
        };
      };
      const original = kept.rows ?? (await readOriginal());
      kept.rows = original;
      const piece = new Uint8Array(64 * 1024 * 1024);
      const blob = new Blob(Array.from({ length: 8 }, () => piece));
      const large = {
        artifact: { ...original.artifact, ...sums, bytes: blob.size },
        blob: { ...original.blob, blob },
      };
      const rows = wanted === 'large' ? large : original;
      const write = db.transaction(['artifacts', 'blobs'], 'readwrite');
      write.objectStore('artifacts').put(rows.artifact);
      write.objectStore('blobs').put(rows.blob);
      await new Promise((resolve, reject) => {
        write.oncomplete = resolve;
        write.onabort = () => reject(write.error);
      });
      db.close();
    },
    which,
    zeroSums(),
  );
}

/** SHA-256 and CRC-32 of 512 MB of zeros. */
function zeroSums() {
  const piece = new Uint8Array(64 * 1024 * 1024);
  const hash = createHash('sha256');
  let crc = 0;
  for (let round = 0; round < 8; round += 1) {
    hash.update(piece);
    crc = crc32(piece, crc);
  }
  return { sha256: hash.digest('hex'), crc32: crc };
}
