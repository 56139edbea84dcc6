import type { Verification } from '@/utils/domain/verification';
import { verifyBundle } from './verify';
import type { ByteSource } from './zip/format';

/** A file that somebody chose: a `File` is one. */
export interface ChosenFile extends ByteSource {
  readonly name: string;
}

/**
 * Runs one verification at a time and tells how it goes: `working` once a percent, then `done`, or `failed` with
 * what the browser said when it couldn't read the file. A new file ends the one before; `cancel` leads to `idle`.
 * `getRoots`: the files of root certificates that count when a verification starts.
 */
export function createVerification(
  onChange: (verification: Verification) => void,
  getRoots: () => readonly Uint8Array[] = () => [],
) {
  let current: AbortController | null = null;

  async function start(file: ChosenFile): Promise<void> {
    current?.abort();
    const own = new AbortController();
    current = own;
    const tell = (verification: Verification) => {
      if (current === own) onChange(verification);
    };
    const { name: fileName } = file;
    tell({ state: 'working', fileName, doneBytes: 0, totalBytes: file.size });
    let shown = 0;
    const onProgress = (bytes: { readonly doneBytes: number; readonly totalBytes: number }) => {
      const percent = Math.floor((bytes.doneBytes / Math.max(1, bytes.totalBytes)) * 100);
      if (percent === shown) return;
      shown = percent;
      tell({ state: 'working', fileName, ...bytes });
    };
    try {
      const report = await verifyBundle(file, { signal: own.signal, onProgress, roots: getRoots() });
      tell({ state: 'done', fileName, report });
    } catch (error) {
      if (own.signal.aborted) return;
      const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      tell({ state: 'failed', fileName, detail });
    }
  }

  function cancel(): void {
    if (!current) return;
    current.abort();
    current = null;
    onChange({ state: 'idle' });
  }

  return { start, cancel };
}
