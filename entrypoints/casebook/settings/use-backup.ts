import type { BackupState } from '@/components/settings/BackupSection';
import { composeBackup } from '@/utils/backup/compose-backup';
import type { BackupOptions } from '@/utils/backup/format';
import { restoreBackup } from '@/utils/backup/restore-backup';
import { ExpectedError, toErrorRecord } from '@/utils/errors';
import { systemClock } from '@/utils/platform/clock';
import { holdRestoreLock } from '@/utils/platform/restore-lock';
import { createStore } from '@/utils/store';
import { withStoreErrors } from '@/utils/store/store-error';
import { bugEnvironment, store as pageStore, send } from '../../pages/services';
import { createHeldWork, useHeldWork } from '../held-work';
import { saveBackup } from './save-backup';

/** How often progress is drawn, in ms. */
const TICK_MS = 100;

const held = createHeldWork<BackupState>({ state: 'idle' });
let controller = new AbortController();

/**
 * Backup and restore, both in this page: a backup only reads, and a restore fills an empty store while the background lets
 * nothing else in. Other screens may be looked at meanwhile; leaving the page cancels either.
 */
export function useBackup() {
  return {
    work: useHeldWork(held),
    cancel: () => controller.abort(new ExpectedError('backup-cancelled')),
    backup: () => void run(makeBackup),
    restore: (file: File) => void run((options) => restore(file, options)),
  };
}

async function run(task: (options: BackupOptions) => Promise<BackupState>): Promise<void> {
  controller = new AbortController();
  const { signal } = controller;
  let drawn = Number.NEGATIVE_INFINITY;
  let phase = '';
  const onProgress: BackupOptions['onProgress'] = (progress) => {
    if (performance.now() - drawn < TICK_MS && progress.phase === phase) return;
    drawn = performance.now();
    phase = progress.phase;
    held.set({ state: 'working', ...progress });
  };
  onProgress({ phase: 'read', doneBytes: 0, totalBytes: 0 });
  try {
    held.set(await withStoreErrors(() => task({ signal, onProgress })));
  } catch (thrown) {
    held.set({ state: 'failed', error: toErrorRecord(thrown) });
  }
}

async function makeBackup(options: BackupOptions): Promise<BackupState> {
  const order = {
    createdAt: systemClock.timestamp(),
    epochMs: systemClock.epochMs(),
    software: `Osmotr ${bugEnvironment().version}`,
  };
  const backup = await composeBackup(createStore(pageStore.db), order, options);
  const { fileName, sha256, captures, damaged } = backup;
  const bytes = backup.blob.size;
  await saveBackup(backup, options);
  await send('recordBackup', { sha256, fileName, bytes, captures });
  return { state: 'saved', fileName, bytes, sha256, damaged: damaged.length };
}

async function restore(file: File, options: BackupOptions): Promise<BackupState> {
  const store = createStore(pageStore.db);
  const restored = await holdRestoreLock(() => restoreBackup({ store, clock: systemClock }, file, options));
  return { state: 'restored', ...restored };
}
