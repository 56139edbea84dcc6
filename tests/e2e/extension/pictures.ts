import type { Page } from 'puppeteer-core';
import type { CaptureActivity } from '@/utils/domain/activity';
import type { CaptureManifest } from '@/utils/domain/capture';
import { readTable, type Session, send } from './session';

/** Opens a page in the front and says which tab it is. */
export async function openPage(
  { driven }: Session,
  reader: Page,
  url: string,
): Promise<{ page: Page; tabId: number }> {
  const page = await driven.browser.newPage();
  await page.goto(url, { waitUntil: 'load' });
  const tabId = await reader.evaluate(async (wanted) => {
    const { chrome: api } = globalThis as unknown as {
      chrome: { tabs: { query(q: object): Promise<{ id: number; url?: string }[]> } };
    };
    return (await api.tabs.query({})).find((tab) => tab.url === wanted)?.id ?? -1;
  }, url);
  return { page, tabId };
}

/** Captures a tab as the popup does, and gives the capture's id and what `capture.json` says. */
export async function captureBy(
  reader: Page,
  tabId: number,
  input: object = {},
): Promise<{ id: string; manifest: CaptureManifest }> {
  const order = { tabId, caseId: 'inbox', trigger: 'popup', panes: false, ...input };
  const answer = await send<{ ok: boolean; value: { activityId: string } }>(reader, 'capturePage', order);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  const id = answer.value.activityId;
  for (const end = Date.now() + 150_000; ; ) {
    const activity = (await readTable<CaptureActivity>(reader, 'activities')).find((it) => it.id === id);
    if (activity?.state === 'done') return { id, manifest: await readManifest(reader, id) };
    if (activity?.state === 'failed' || Date.now() > end) throw new Error(JSON.stringify(activity));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The content of a capture's `capture.json`. */
export async function readManifest(page: Page, captureId: string): Promise<CaptureManifest> {
  return JSON.parse(await readText(page, captureId, 'capture.json'));
}

/** A text file of a capture. */
export function readText(page: Page, captureId: string, name: string): Promise<string> {
  return page.evaluate(
    async (id, file) => {
      const request = <R>(asked: IDBRequest<R>) =>
        new Promise<R>((resolve, reject) => {
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error);
        });
      const db = await request(indexedDB.open('osmotr'));
      const row = await request(db.transaction('blobs').objectStore('blobs').get([id, file]));
      db.close();
      const { blob, deflated } = row as { blob: Blob; deflated?: boolean };
      const stream = deflated
        ? blob.stream().pipeThrough(new DecompressionStream('deflate-raw'))
        : blob.stream();
      return new Response(stream).text();
    },
    captureId,
    name,
  );
}

/** Changes a setting where the extension keeps it. */
export async function setSetting(page: Page, name: string, value: unknown): Promise<void> {
  await page.evaluate(
    (key, next) =>
      (
        globalThis as never as { chrome: { storage: { local: { set(items: object): Promise<void> } } } }
      ).chrome.storage.local.set({ [key]: next }),
    name,
    value,
  );
}
