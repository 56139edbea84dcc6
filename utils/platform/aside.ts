import type { Aside } from '@/utils/capture/ports';
import { freeBytes } from '@/utils/domain/free-bytes';
import type { ExportFile } from '@/utils/export/export-file';
import { createPrivateFile } from './private-files';

/** Bytes from which on a file is worth a visit to the disk, which takes ten milliseconds and more. */
const ASIDE_FROM = 1_000_000;

/** Chromium's Blobs are not in the worker's memory. */
export function keepInBlobs(): Aside {
  return {
    put: async (bytes, type) => new Blob([bytes], { type }),
    clear: async () => undefined,
  };
}

/**
 * Firefox keeps the bytes of a Blob in the process that made it: big ones go to files of the origin's private file system. Where
 * that fails (no room, say) they stay in memory: a capture is not lost for it.
 */
export function keepInFiles(): Aside {
  const files: ExportFile[] = [];
  let isOver = false;

  async function write(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
    const file = await createPrivateFile(bytes.length, 'captures');
    files.push(file);
    await file.write(bytes);
    return file.close();
  }

  return {
    async put(bytes, type) {
      const written = isOver || bytes.length < ASIDE_FROM ? null : await write(bytes).catch(tell);
      const blob =
        written?.size === bytes.length ? written.slice(0, written.size, type) : new Blob([bytes], { type });
      freeBytes(bytes);
      return blob;
    },
    async clear() {
      isOver = true;
      await Promise.all(files.splice(0).map((file) => file.discard().catch(tell)));
    },
  };
}

function tell(thrown: unknown): null {
  console.info('a file of a capture could not be put aside', thrown);
  return null;
}
