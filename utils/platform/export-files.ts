import { ExpectedError } from '@/utils/errors';
import type { ExportFile } from '@/utils/export/export-file';

/** The folder of the origin's private file system that exports are written in. */
const FOLDER = 'exports';
/** What the browser may need beside a file's own bytes. */
const MARGIN = 32 * 1024 * 1024;

/** A new file of the origin's private file system; throws `no-room` if its disk hasn't `bytes` bytes to give. */
export async function createExportFile(bytes: number): Promise<ExportFile> {
  requireRoom(await navigator.storage.estimate(), bytes);
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  const name = crypto.randomUUID();
  const handle = await folder.getFileHandle(name, { create: true });
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
      await folder.removeEntry(name);
    },
  };
}

/** Throws `no-room` if the browser says that it can't store `bytes` more. */
export function requireRoom({ quota, usage }: StorageEstimate, bytes: number): void {
  if (quota === undefined || usage === undefined) return;
  const free = Math.max(0, quota - usage);
  if (free < bytes + MARGIN) throw new ExpectedError('no-room', { needed: `${bytes}`, free: `${free}` });
}

/** Removes what exports of an earlier life of the browser left. */
export async function clearExportFiles(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  try {
    await root.removeEntry(FOLDER, { recursive: true });
  } catch (thrown) {
    if (!(thrown instanceof DOMException) || thrown.name !== 'NotFoundError') throw thrown;
  }
}

function explainFull(thrown: unknown): never {
  if (thrown instanceof DOMException && thrown.name === 'QuotaExceededError')
    throw new ExpectedError('no-room');
  throw thrown;
}
