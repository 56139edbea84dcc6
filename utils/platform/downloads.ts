import browser, { type Downloads } from 'webextension-polyfill';
import { ExpectedError } from '@/utils/errors';

/** No browser tells of a download's progress by itself. */
const LOOK_MS = 500;

interface DownloadOrder {
  readonly url: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly onBytes: (doneBytes: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Saves what lies under an object URL by the browser's ordinary downloads and waits for its end, telling `onBytes` how
 * far it is. Throws `download-failed` if it was refused, cancelled in the browser, or if the file hasn't `bytes` bytes;
 * the signal's reason if that ended it.
 */
export async function downloadFile({ url, fileName, bytes, onBytes, signal }: DownloadOrder): Promise<void> {
  const ended = new Map<number, Downloads.OnChangedDownloadDeltaType>();
  let wake: () => void = () => undefined;
  const onChanged = (delta: Downloads.OnChangedDownloadDeltaType) => {
    if (delta.state?.current && delta.state.current !== 'in_progress') {
      ended.set(delta.id, delta);
      wake();
    }
  };
  // Listening before asking: a small file may be there before `download` has answered.
  browser.downloads.onChanged.addListener(onChanged);
  try {
    const id = await browser.downloads.download({
      url,
      filename: fileName,
      saveAs: false,
      conflictAction: 'uniquify',
    });
    const cancel = () => void cancelDownload(id);
    signal.addEventListener('abort', cancel);
    if (signal.aborted) cancel();
    const look = setInterval(() => void tellProgress(id, onBytes), LOOK_MS);
    while (!ended.has(id)) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (ended.has(id)) resolve();
      });
    }
    clearInterval(look);
    signal.removeEventListener('abort', cancel);
    // A file that was complete before the cancel came is there, and is told of.
    if (ended.get(id)?.state?.current !== 'complete') signal.throwIfAborted();
    await requireComplete(id, bytes);
  } catch (thrown) {
    if (thrown instanceof ExpectedError) throw thrown;
    throw new ExpectedError('download-failed', { reason: String(thrown) });
  } finally {
    browser.downloads.onChanged.removeListener(onChanged);
  }
}

async function tellProgress(id: number, onBytes: (doneBytes: number) => void): Promise<void> {
  const [item] = await browser.downloads.search({ id });
  if (item?.state === 'in_progress') onBytes(item.bytesReceived);
}

async function cancelDownload(id: number): Promise<void> {
  try {
    await browser.downloads.cancel(id);
  } catch (thrown) {
    // It ended meanwhile, which its own event tells; anything else would be heard of as a download that goes on.
    console.warn('the download was not cancelled', thrown);
  }
}

async function requireComplete(id: number, bytes: number): Promise<void> {
  const [item] = await browser.downloads.search({ id });
  if (item?.state !== 'complete') {
    throw new ExpectedError('download-failed', { reason: item?.error ?? 'interrupted' });
  }
  if (item.fileSize !== bytes) {
    throw new ExpectedError('download-failed', { reason: `${item.fileSize} != ${bytes}` });
  }
}
