import { readdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byTestId, waitForState } from '../harness/index.mjs';
import {
  BROWSERS,
  capture,
  createCase,
  exportCase,
  openShopPage,
  readTable,
  type Session,
  startSession,
} from './session';

/** An export that is cancelled half-way, from the popup and from the casebook, leaves a trace and nothing else. */
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
    await swapFirstFile(casebook, 'large');
    const ended = ['export-started', 'export-failed export-cancelled'];
    expectCancelled(await cancel(await session.driven.openPopup(shop)));
    expect(await exportEvents()).toEqual(ended);
    await session.driven.closePopup();
    await casebook.bringToFront();
    expectCancelled(await cancel(casebook));
    expect(await exportEvents()).toEqual([...ended, ...ended]);
  });

  it('leaves the way free for the next export', async () => {
    await swapFirstFile(casebook, 'original');
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

/**
 * Puts a file of 512 MB in the place of a capture's first one, so that checking it takes long enough to be cancelled,
 * or the one that was there back.
 */
async function swapFirstFile(page: Page, which: 'large' | 'original'): Promise<void> {
  await page.evaluate(async (wanted) => {
    const request = <R>(asked: IDBRequest<R>) =>
      new Promise<R>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    const kept = globalThis as unknown as { rows?: { artifact: { bytes: number }; blob: { blob: Blob } } };
    const db = await request(indexedDB.open('osmotr'));
    const first = async <R>(table: string) =>
      (await request(db.transaction(table).objectStore(table).getAll()))[0] as R;
    const readOriginal = async () => {
      const row = await first<{ blob: Blob }>('blobs');
      // In memory, because the file behind the stored one goes with its row.
      const blob = new Blob([await row.blob.arrayBuffer()]);
      return { artifact: await first<{ bytes: number }>('artifacts'), blob: { ...row, blob } };
    };
    const original = kept.rows ?? (await readOriginal());
    kept.rows = original;
    const piece = new Uint8Array(64 * 1024 * 1024);
    const blob = new Blob(Array.from({ length: 8 }, () => piece));
    const large = {
      artifact: { ...original.artifact, bytes: blob.size },
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
  }, which);
}
