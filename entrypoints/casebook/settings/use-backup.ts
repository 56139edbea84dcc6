import { useEffect, useRef, useState } from 'react';
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
import { offerDownload } from '../offer-download';

/** How often progress is drawn, in ms. */
const TICK_MS = 100;

/**
 * Backup and restore, both in this page: a backup only reads, and a restore fills an empty store while the background lets
 * nothing else in. Leaving the page cancels either.
 */
export function useBackup() {
  const [work, setWork] = useState<BackupState>({ state: 'idle' });
  const controller = useRef<AbortController>(null);
  const cancel = () => controller.current?.abort(new ExpectedError('backup-cancelled'));
  useEffect(() => () => controller.current?.abort(new ExpectedError('backup-cancelled')), []);

  const run = async (task: (options: BackupOptions) => Promise<BackupState>) => {
    controller.current = new AbortController();
    const { signal } = controller.current;
    let drawn = Number.NEGATIVE_INFINITY;
    let phase = '';
    const onProgress: BackupOptions['onProgress'] = (progress) => {
      if (performance.now() - drawn < TICK_MS && progress.phase === phase) return;
      drawn = performance.now();
      phase = progress.phase;
      setWork({ state: 'working', ...progress });
    };
    onProgress({ phase: 'read', doneBytes: 0, totalBytes: 0 });
    try {
      setWork(await withStoreErrors(() => task({ signal, onProgress })));
    } catch (thrown) {
      setWork({ state: 'failed', error: toErrorRecord(thrown) });
    }
  };

  return {
    work,
    cancel,
    backup: () => void run(makeBackup),
    restore: (file: File) => void run((options) => restore(file, options)),
  };
}

async function makeBackup(options: BackupOptions): Promise<BackupState> {
  const order = {
    createdAt: systemClock.timestamp(),
    epochMs: systemClock.epochMs(),
    software: `Osmotr ${bugEnvironment().version}`,
  };
  const { blob, fileName, sha256, captures, damaged } = await composeBackup(
    createStore(pageStore.db),
    order,
    options,
  );
  options.signal.throwIfAborted();
  offerDownload(blob, fileName);
  await send('recordBackup', { sha256, fileName, bytes: blob.size, captures });
  return { state: 'saved', fileName, bytes: blob.size, sha256, damaged: damaged.length };
}

async function restore(file: File, options: BackupOptions): Promise<BackupState> {
  const store = createStore(pageStore.db);
  const restored = await holdRestoreLock(() => restoreBackup({ store, clock: systemClock }, file, options));
  return { state: 'restored', ...restored };
}
