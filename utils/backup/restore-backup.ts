import { dropRestore, PUBLISHED } from '@/utils/casework/restores';
import type { Capture, StoredArtifact } from '@/utils/domain/capture';
import { INBOX_CASE_ID } from '@/utils/domain/case';
import type { IndicatorMark, Watch } from '@/utils/domain/indicator';
import type { JournalEvent } from '@/utils/domain/journal';
import type { Clock } from '@/utils/domain/time';
import { ExpectedError } from '@/utils/errors';
import { captureWords, joinWords } from '@/utils/search/words';
import type { Store } from '@/utils/store';
import type { NumberRow } from '@/utils/store/schema';
import { type BackupOptions, filePath, rowTables, tablePath, thumbnailPath } from './format';
import { type CheckedBackup, readBackup, readRows } from './read-backup';

export interface Restored {
  readonly cases: number;
  readonly captures: number;
  readonly sha256: string;
}

/**
 * Fills an empty store out of a backup: every hash first, then the bytes, at the end, in one transaction, what makes them
 * visible. Throws `restore-not-empty` if there is a case or a capture, `busy` while one is being made, what `readBackup`
 * throws, and the signal's reason when aborted; then nothing of it stays, and what was here does. While it runs, a row of
 * `restores` keeps captures out.
 */
export async function restoreBackup(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  source: Blob,
  options: BackupOptions,
): Promise<Restored> {
  await requireEmpty(store);
  const backup = await readBackup(source, options);
  const { db } = store;
  await db.transaction('rw', db.tables, async () => {
    await requireEmpty(store);
    if ((await store.activities.unfinished()).length > 0) throw new ExpectedError('busy');
    await db.restores.put({ id: 'current', startedAt: clock.timestamp() });
  });
  try {
    await stage(store, backup, options);
    options.signal.throwIfAborted();
    return await publish(store, backup, clock);
  } catch (thrown) {
    await dropRestore(store);
    throw thrown;
  }
}

async function requireEmpty({ db }: Store): Promise<void> {
  const counts = await Promise.all([db.cases.count(), db.captures.count(), db.deletions.count()]);
  if (counts.some((count) => count > 0)) throw new ExpectedError('restore-not-empty');
}

async function stage(store: Store, backup: CheckedBackup, { signal, onProgress }: BackupOptions) {
  const { db } = store;
  const totalBytes = backup.facts.bytes;
  let doneBytes = 0;
  const done = (bytes: number) => {
    signal.throwIfAborted();
    doneBytes += bytes;
    onProgress({ phase: 'store', doneBytes, totalBytes });
  };
  for (const table of rowTables(db)) {
    const blob = backup.file(tablePath(table.name));
    if (!blob || PUBLISHED.includes(table.name)) continue;
    for await (const rows of readRows(blob, tablePath(table.name))) {
      await table.bulkPut(rows);
      signal.throwIfAborted();
    }
    done(blob.size);
  }
  const captures = await rowsOf<Capture>(backup, 'captures');
  for (const capture of captures) {
    const artifacts = await store.captures.artifacts(capture.id);
    const thumbnail = backup.file(thumbnailPath(capture.id));
    const files = artifacts.map((artifact) => fileOf(backup, artifact));
    await db.transaction('rw', db.blobs, db.thumbnails, async () => {
      await db.blobs.bulkPut(files);
      if (thumbnail) await db.thumbnails.put({ captureId: capture.id, blob: thumbnail });
    });
    await stageWords(store, capture);
    done(files.reduce((sum, { blob }) => sum + blob.size, thumbnail?.size ?? 0));
  }
}

/** Made again: what can be searched for follows from what is stored. */
async function stageWords(store: Store, capture: Capture): Promise<void> {
  const text = await (await store.captures.blob(capture.id, 'text.txt'))?.text();
  const indicators = await store.captures.indicatorsOf(capture.id);
  const notes = await store.annotations.notesOf(capture.id);
  const words = captureWords({ ...capture, text: text ?? '', indicators });
  await store.db.words.put({
    captureId: capture.id,
    words: `${words}${joinWords(notes.map((note) => note.text))}`,
  });
}

function fileOf(backup: CheckedBackup, { captureId, name, mediaType, deflatedBytes }: StoredArtifact) {
  const blob = backup.file(filePath(captureId, name));
  if (!blob) throw new ExpectedError('backup-damaged', { file: filePath(captureId, name) });
  const row = { captureId, name, blob: blob.slice(0, blob.size, mediaType) };
  return deflatedBytes === undefined ? row : { ...row, deflated: true as const };
}

async function rowsOf<Row>(backup: CheckedBackup, table: string): Promise<Row[]> {
  const all: Row[] = [];
  const blob = backup.file(tablePath(table));
  if (blob) for await (const rows of readRows(blob, tablePath(table))) all.push(...(rows as Row[]));
  return all;
}

async function publish(store: Store, backup: CheckedBackup, clock: Clock): Promise<Restored> {
  const { db, journal } = store;
  const events = await rowsOf<JournalEvent>(backup, 'journal');
  const cases = await rowsOf<object>(backup, 'cases');
  const captures = await rowsOf<object>(backup, 'captures');
  const marks = await rowsOf<IndicatorMark>(backup, 'marks');
  const watches = await rowsOf<Watch>(backup, 'watches');
  const numbers = await rowsOf<NumberRow>(backup, 'numbers');
  const { sha256, facts } = backup;
  await db.transaction('rw', db.tables, async () => {
    await requireEmpty(store);
    const before = await journal.list(INBOX_CASE_ID);
    const key = await db.sealingKeys.get('current');
    await db.journal.clear();
    await db.journal.bulkAdd(events);
    await db.table('cases').bulkAdd(cases);
    await db.table('captures').bulkAdd(captures);
    await db.marks.bulkPut(marks);
    await db.watches.bulkPut(watches);
    // A number that this machine has given stays given.
    for (const { caseId, last } of numbers) await store.captures.reserveNumbers(caseId, last);
    await db.restores.clear();
    await journal.append({
      case: INBOX_CASE_ID,
      time: clock.timestamp(),
      kind: 'backup-restored',
      data: {
        sha256,
        createdAt: facts.createdAt,
        cases: cases.length,
        captures: captures.length,
        keyFingerprint: key?.fingerprint ?? '',
        // The machine's own few events give way to those of the backup; their last hash stays.
        replacedEvents: before.length,
        replacedHead: before.at(-1)?.hash ?? '',
      },
    });
  });
  return { cases: cases.length, captures: captures.length, sha256 };
}
