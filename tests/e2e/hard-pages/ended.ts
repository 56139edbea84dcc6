import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { CaptureActivity } from '@/utils/domain/activity';
import type { Capture, CaptureManifest, StoredArtifact } from '@/utils/domain/capture';
import type { JournalEvent } from '@/utils/domain/journal';
import { verifyChain } from '@/utils/domain/journal-chain';
import { readStoredText, readTable } from '../extension/session';

/** How the newest capture ended, by what the store holds of it. */
export type Ended =
  | { readonly state: 'saved'; readonly id: string; readonly manifest: CaptureManifest }
  | { readonly state: 'refused'; readonly id: string; readonly reason: string };

/**
 * Reads how the newest capture ended and proves that it isn't half-saved: every stored file belongs to a capture and
 * has the bytes of its hash, and the journal says of the newest one either that it was saved, or why it was not.
 */
export async function readEnded(reader: Page): Promise<Ended> {
  const activities = await readTable<CaptureActivity>(reader, 'activities');
  const { id, state } = activities.reduce((one, two) => (one.startedAt > two.startedAt ? one : two));
  expect(['done', 'failed']).toContain(state);
  const captures = await readTable<Capture>(reader, 'captures');
  await expectWholeFiles(reader, captures, id);
  const journal = (await readTable<JournalEvent>(reader, 'journal')).filter((it) => it.case === 'inbox');
  expect(verifyChain(journal).ok).toBe(true);
  const last = journal.filter(({ data }) => data.capture === id).at(-1);
  if (state === 'done') {
    expect(last?.kind).toBe('capture-saved');
    expect(captures.map((it) => it.id)).toContain(id);
    return { state: 'saved', id, manifest: JSON.parse(await readStoredText(reader, id, 'capture.json')) };
  }
  expect(last?.kind).toBe('capture-failed');
  expect(captures.map((it) => it.id)).not.toContain(id);
  for (const table of ['artifacts', 'blobs', 'thumbnails', 'indicators', 'words']) {
    const rows = await readTable<{ captureId: string }>(reader, table);
    expect(rows.filter(({ captureId }) => captureId === id)).toEqual([]);
  }
  return { state: 'refused', id, reason: String(last?.data.error) };
}

/** Until no capture is under way; by the store, for a popup may be gone. */
export async function waitForEnd(reader: Page): Promise<void> {
  for (;;) {
    const rows = await readTable<{ state: string }>(reader, 'activities');
    if (rows.every(({ state }) => state === 'done' || state === 'failed')) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The bytes are read of the newest capture alone: those of earlier ones were when they ended. */
async function expectWholeFiles(reader: Page, captures: readonly Capture[], newest: string): Promise<void> {
  const artifacts = await readTable<StoredArtifact>(reader, 'artifacts');
  const ids = new Set(captures.map(({ id }) => id));
  expect(artifacts.filter(({ captureId }) => !ids.has(captureId))).toEqual([]);
  const own = artifacts.filter(({ captureId }) => captureId === newest);
  const hashes = await reader.evaluate(hashStoredFiles, newest);
  expect(hashes.toSorted()).toEqual(own.map(({ name, sha256 }) => `${name} ${sha256}`).toSorted());
  const capture = captures.find(({ id }) => id === newest);
  if (capture) expect(hashes).toContain(`capture.json ${capture.sha256}`);
}

/** Runs in a page of the extension: what the bytes of each stored file of a capture come to. */
async function hashStoredFiles(id: string): Promise<string[]> {
  const request = <R>(asked: IDBRequest<R>) =>
    new Promise<R>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  const db = await request(indexedDB.open('osmotr'));
  const range = IDBKeyRange.bound([id], [id, []]);
  const rows = await request(db.transaction('blobs').objectStore('blobs').getAll(range));
  db.close();
  const hashes: string[] = [];
  for (const { name, blob, deflated } of rows) {
    const plain = deflated ? blob.stream().pipeThrough(new DecompressionStream('deflate-raw')) : blob;
    const digest = await crypto.subtle.digest('SHA-256', await new Response(plain).arrayBuffer());
    const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    hashes.push(`${name} ${hex}`);
  }
  return hashes;
}
