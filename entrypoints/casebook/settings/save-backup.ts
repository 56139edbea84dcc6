import type { Backup } from '@/utils/backup/compose-backup';
import type { BackupOptions } from '@/utils/backup/format';
import { writeBundle } from '@/utils/export/write-out';
import { downloadFile } from '@/utils/platform/downloads';
import { createPrivateFile, holdBackupFiles } from '@/utils/platform/private-files';

type Saved = Pick<Backup, 'blob' | 'fileName'>;

/**
 * Saves a backup by the browser's downloads and waits until the file is there. Firefox would read a Blob that is composed
 * of others into memory: there it is written out before, as a bundle is.
 */
export async function saveBackup(backup: Saved, options: BackupOptions): Promise<void> {
  if (!import.meta.env.FIREFOX) return download(backup, options);
  await holdBackupFiles(async () => {
    const { fileName, blob } = backup;
    let doneBytes = 0;
    const { content, file } = await writeBundle(
      { fileName, blob, bytes: blob.size },
      (bytes) => createPrivateFile(bytes, 'backups'),
      {
        signal: options.signal,
        onBytes: (_phase, count) => {
          doneBytes += count;
          options.onProgress({ phase: 'store', doneBytes, totalBytes: blob.size });
        },
      },
    );
    await download({ fileName, blob: content }, options).finally(() => file?.discard());
  });
}

async function download({ blob, fileName }: Saved, { signal, onProgress }: BackupOptions): Promise<void> {
  const url = URL.createObjectURL(blob);
  const onBytes = (doneBytes: number) => onProgress({ phase: 'save', doneBytes, totalBytes: blob.size });
  onBytes(0);
  try {
    signal.throwIfAborted();
    await downloadFile({ url, fileName, bytes: blob.size, onBytes, signal });
  } finally {
    URL.revokeObjectURL(url);
  }
}
