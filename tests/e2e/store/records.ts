import { composeBackup } from '@/utils/backup/compose-backup';
import { restoreBackup } from '@/utils/backup/restore-backup';
import { hashFile } from '@/utils/capture/files';
import { addNote } from '@/utils/casework/annotations';
import { archiveCase } from '@/utils/casework/archive';
import { createCase, moveCaptures, updateCase } from '@/utils/casework/cases';
import { deleteCapture, eraseDeleted, undoDeletion } from '@/utils/casework/deletion';
import { addIndicator, addWatch, markIndicator } from '@/utils/casework/indicators';
import { beginActivity, dropRestore } from '@/utils/casework/restores';
import { ensureSealingKey } from '@/utils/casework/sealing-key';
import { wipeStore } from '@/utils/casework/wipe';
import type { CaptureActivity } from '@/utils/domain/activity';
import { INBOX_CASE_ID } from '@/utils/domain/case';
import { verifyChain } from '@/utils/domain/journal-chain';
import type { Store } from '@/utils/store';
import { addCapture, captureParts, clock, details, freshStore, journalOf } from './sample';

const capturing = (id: string): CaptureActivity => ({
  kind: 'capture',
  id,
  caseId: INBOX_CASE_ID,
  state: 'queued',
  startedAt: clock.timestamp(),
  tabId: 1,
  url: 'https://shop.example/',
  step: null,
  steps: [],
});

const code = (error: { code?: string }) => error.code ?? String(error);
const refusal = (work: Promise<unknown>) => work.then(() => 'done', code);
const quiet = { signal: new AbortController().signal, onProgress: () => undefined };
const order = { createdAt: clock.timestamp(), epochMs: 1_772_700_000_000, software: 'Osmotr 0.1.0' };

/** Rows of the tables that hold what belongs to captures. */
async function rowsOf({ db }: Store) {
  const names = ['captures', 'artifacts', 'blobs', 'thumbnails', 'indicators', 'words', 'deletions'];
  return Promise.all(names.map((name) => db.table(name).count()));
}

async function caseWithCaptures(...ids: string[]): Promise<Store> {
  const store = freshStore();
  await createCase({ store, clock }, 'c1', details);
  for (const id of ids) {
    const parts = captureParts(id, 'c1');
    // One file that lies deflated and one that lies as it is.
    const text = new Blob([`hello ${id} `.repeat(300)], { type: 'text/plain' });
    const files = await Promise.all([
      hashFile(id, { name: 'text.txt', blob: text }),
      hashFile(id, { name: 'raw.bin', blob: new Blob([`raw ${id}`]) }),
    ]);
    await store.db.transaction('rw', store.captures.tables, () => store.captures.add({ ...parts, files }));
  }
  return store;
}

/** Captures deleted and put away, everything copied and wiped. */
export const records = {
  async deleteAndErase() {
    const store = await caseWithCaptures('a', 'b');
    const context = { store, clock };
    const noReason = await refusal(deleteCapture(context, { captureId: 'b', reason: ' ', by: 'О. О.' }));
    const nobody = await refusal(deleteCapture(context, { captureId: 'b', reason: 'дубль', by: '' }));
    await deleteCapture(context, { captureId: 'b', reason: 'дубль', by: 'О. О.' });
    const pending = await rowsOf(store);
    await eraseDeleted(context);
    const tooSoon = await rowsOf(store);
    const later = { ...clock, epochMs: () => Date.now() + 60_000 };
    await eraseDeleted({ store, clock: later });
    const erased = await rowsOf(store);
    await addCapture(store, 'c', 'c1');
    return {
      noReason,
      nobody,
      pending,
      tooSoon,
      erased,
      blob: (await store.captures.blob('b', 'text.txt')) ?? null,
      next: (await store.captures.get('c'))?.number,
      late: await refusal(undoDeletion(context, 'b')),
      journal: await journalOf(store, 'c1'),
    };
  },

  async undoOfADeletion() {
    const store = await caseWithCaptures('a', 'b');
    const before = await rowsOf(store);
    await deleteCapture({ store, clock }, { captureId: 'b', reason: 'по ошибке', by: 'О. О.' });
    await undoDeletion({ store, clock }, 'b');
    await eraseDeleted({ store, clock }, { all: true });
    return {
      same: JSON.stringify(before) === JSON.stringify(await rowsOf(store)),
      number: (await store.captures.get('b'))?.number,
      text: (await (await store.captures.blob('b', 'text.txt'))?.text())?.slice(0, 7),
      journal: await journalOf(store, 'c1'),
    };
  },

  async archivedIsReadOnly() {
    const store = await caseWithCaptures('a');
    await addCapture(store, 'x', INBOX_CASE_ID);
    const context = { store, clock };
    await archiveCase(context, 'c1', true);
    await archiveCase(context, 'c1', true);
    const mark = { caseId: 'c1', type: 'email', value: 'a@b.kz', irrelevant: true, reason: 'x' };
    const refused = await Promise.all(
      [
        updateCase(context, 'c1', details),
        deleteCapture(context, { captureId: 'a', reason: 'x', by: 'y' }),
        moveCaptures(context, ['a'], INBOX_CASE_ID),
        moveCaptures(context, ['x'], 'c1'),
        markIndicator(context, mark),
        addIndicator(context, { captureId: 'a', type: 'vk', value: 'luna', reason: 'x' }),
      ].map(refusal),
    );
    await archiveCase(context, 'c1', false);
    const after = await refusal(updateCase(context, 'c1', details));
    return { refused, after, journal: await journalOf(store, 'c1') };
  },

  async addedIndicators() {
    const store = await caseWithCaptures('a');
    const context = { store, clock };
    const count = async () => (await store.captures.get('a'))?.indicatorCount;
    const counts = [await count()];
    for (const value of ['luna_one', 'luna_two', 'luna_one']) {
      await addIndicator(context, { captureId: 'a', type: 'vk', value, reason: 'по словам свидетеля' });
      counts.push(await count());
    }
    return counts;
  },

  async wipe() {
    const store = await caseWithCaptures('a');
    await ensureSealingKey(store, clock);
    const key = (await store.db.sealingKeys.get('current'))?.fingerprint;
    await wipeStore({ store, clock });
    return {
      rows: await rowsOf(store),
      cases: await store.db.cases.count(),
      caseJournal: (await store.journal.list('c1')).length,
      newKey: (await store.db.sealingKeys.get('current'))?.fingerprint !== key,
      first: (await store.journal.list(INBOX_CASE_ID))[0]?.data,
      inbox: await journalOf(store, INBOX_CASE_ID),
    };
  },

  async backupAndRestore() {
    const store = await caseWithCaptures('a', 'b', 'c');
    await ensureSealingKey(store, clock);
    await deleteCapture({ store, clock }, { captureId: 'c', reason: 'дубль', by: 'О. О.' });
    await addNote({ store, clock }, 'n1', { captureId: 'b', text: 'Склад на окраине', corrects: null });
    const found = (await store.words.all()).map(({ words }) => words.includes('\nсклад\n'));
    const backup = await composeBackup(store, order, quiet);
    const other = freshStore();
    await ensureSealingKey(other, clock);
    const restored = await restoreBackup({ store: other, clock }, backup.blob, quiet);
    await addCapture(other, 'd', 'c1');
    const again = await refusal(restoreBackup({ store: other, clock }, backup.blob, quiet));
    const journal = await other.journal.list('c1');
    return {
      sameHash: restored.sha256 === backup.sha256,
      damaged: backup.damaged,
      captures: (await other.captures.listByCase('c1')).map(({ id, number }) => [id, number]),
      text: (await (await other.captures.blob('b', 'text.txt'))?.text())?.slice(0, 7),
      raw: await (await other.captures.blob('b', 'raw.bin'))?.text(),
      blobs: (await other.db.blobs.toArray()).filter(({ deflated }) => deflated).length,
      noted: [found, (await other.words.all()).map(({ words }) => words.includes('\nсклад\n'))],
      notes: (await other.annotations.notesOf('b')).map(({ text }) => text),
      words: (await other.words.all()).map(({ words }) => words.includes('\nhello\n')),
      sameJournal: JSON.stringify(journal) === JSON.stringify(await store.journal.list('c1')),
      chain: verifyChain(journal).ok,
      again,
      inbox: await journalOf(other, INBOX_CASE_ID),
    };
  },

  async damagedBackup() {
    const store = await caseWithCaptures('a', 'b');
    const { blob } = await composeBackup(store, order, quiet);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const at = new TextDecoder('latin1').decode(bytes).indexOf('raw b');
    bytes[at] = 'R'.charCodeAt(0);
    const other = freshStore();
    const tables = () => Promise.all(other.db.tables.map((table) => table.count()));
    const changed = await refusal(restoreBackup({ store: other, clock }, new Blob([bytes]), quiet));
    const cut = await refusal(restoreBackup({ store: other, clock }, blob.slice(0, blob.size - 100), quiet));
    const noZip = await refusal(restoreBackup({ store: other, clock }, new Blob(['no ZIP']), quiet));
    return { changed, cut, noZip, rows: (await tables()).reduce((sum, count) => sum + count, 0) };
  },

  async cancelledRestore() {
    const store = await caseWithCaptures('a', 'b');
    const { blob } = await composeBackup(store, order, quiet);
    const other = freshStore();
    const controller = new AbortController();
    const onProgress = ({ phase }: { phase: string }) => {
      if (phase === 'store') controller.abort(new Error('cancelled'));
    };
    const ended = await restoreBackup({ store: other, clock }, blob, {
      signal: controller.signal,
      onProgress,
    }).then(
      () => 'done',
      (error) => error.message,
    );
    const counts = await Promise.all(other.db.tables.map((table) => table.count()));
    // A page that was closed in the middle: the next start of the background clears up behind it.
    await other.db.restores.put({ id: 'current', startedAt: clock.timestamp() });
    await addCapture(other, 'left', 'c1');
    await other.db.captures.delete('left');
    await dropRestore(other);
    return { ended, rows: counts.reduce((sum, count) => sum + count, 0), left: await rowsOf(other) };
  },

  async restoreBesideWork() {
    const store = await caseWithCaptures('a', 'b');
    await addWatch({ store, clock }, 'w1', { pattern: 'luna', note: '' });
    await store.captures.reserveNumbers(INBOX_CASE_ID, 2);
    const { blob } = await composeBackup(store, order, quiet);
    const other = freshStore();
    await addWatch({ store: other, clock }, 'w2', { pattern: 'karvon', note: '' });
    await other.captures.reserveNumbers(INBOX_CASE_ID, 5);
    const own = async () => [
      (await other.indicators.watches()).map(({ pattern }) => pattern),
      (await other.db.numbers.get(INBOX_CASE_ID))?.last,
    ];
    const begun = capturing('x');
    await beginActivity(other, begun);
    const refused = await refusal(restoreBackup({ store: other, clock }, blob, quiet));
    await other.activities.update(begun.id, { state: 'done' });
    const tried: (string | null)[] = [];
    const controller = new AbortController();
    const onProgress = async ({ phase }: { phase: string }) => {
      if (phase !== 'store' || controller.signal.aborted) return;
      controller.abort(new Error('cancelled'));
      tried.push(await refusal(beginActivity(other, capturing('y'))));
    };
    const cancelled = await restoreBackup({ store: other, clock }, blob, {
      signal: controller.signal,
      onProgress,
    }).then(
      () => 'done',
      (error) => error.message,
    );
    const after = await own();
    await restoreBackup({ store: other, clock }, blob, quiet);
    return { refused, tried, cancelled, after, restored: await own() };
  },
};
