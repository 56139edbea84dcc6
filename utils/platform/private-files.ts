import { ExpectedError } from '@/utils/errors';
import type { ExportFile } from '@/utils/export/export-file';

/** The folders of the origin's private file system: the background's exports and captures, and the backups of pages. */
type Folder = 'exports' | 'captures' | 'backups';
/** Held by a page while it has a file among the backups. */
const LOCK = 'osmotr-backup-files';
/** What the browser may need beside a file's own bytes. */
const MARGIN = 32 * 1024 * 1024;

/** A new file of the origin's private file system; throws `no-room` if its disk hasn't `bytes` bytes to give. */
export async function createPrivateFile(bytes: number, name: Folder): Promise<ExportFile> {
  requireRoom(await navigator.storage.estimate(), bytes);
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(name, { create: true });
  const entry = crypto.randomUUID();
  const handle = await folder.getFileHandle(entry, { create: true });
  const writable = await handle.createWritable();
  let isClosed = false;
  return {
    write: (piece) => writable.write(piece).catch(explainFull),
    async close() {
      await writable.close().catch(explainFull);
      isClosed = true;
      return handle.getFile();
    },
    async discard() {
      // A stream that failed is closed already and refuses to be aborted.
      if (!isClosed) await Promise.allSettled([writable.abort()]);
      await folder.removeEntry(entry);
    },
  };
}

/** Throws `no-room` if the browser says that it can't store `bytes` more. */
export function requireRoom({ quota, usage }: StorageEstimate, bytes: number): void {
  if (quota === undefined || usage === undefined) return;
  const free = Math.max(0, quota - usage);
  if (free < bytes + MARGIN) throw new ExpectedError('no-room', { needed: `${bytes}`, free: `${free}` });
}

/** In a page: runs `work`, whose files among the backups are its own as long as the page lives. */
export function holdBackupFiles<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(LOCK, work) as Promise<T>;
}

/** Removes what exports and captures of an earlier life of the background left, and what backups left whose page is gone. */
export async function clearPrivateFiles(): Promise<void> {
  await clearFolder('exports');
  await clearFolder('captures');
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) await clearFolder('backups');
  });
}

async function clearFolder(name: Folder): Promise<void> {
  const root = await navigator.storage.getDirectory();
  try {
    await root.removeEntry(name, { recursive: true });
  } catch (thrown) {
    if (!(thrown instanceof DOMException) || thrown.name !== 'NotFoundError') throw thrown;
  }
}

function explainFull(thrown: unknown): never {
  if (thrown instanceof DOMException && thrown.name === 'QuotaExceededError')
    throw new ExpectedError('no-room');
  throw thrown;
}
