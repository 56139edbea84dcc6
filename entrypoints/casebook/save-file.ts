import type { Capture } from '@/utils/domain/capture';
import { ExpectedError } from '@/utils/errors';
import { store } from '../pages/services';

/**
 * Saves one file of a capture through the browser's downloads, under its number and name. Its type is hidden,
 * so that no browser opens captured HTML instead of saving it.
 */
export async function saveFile(capture: Capture, name: string): Promise<void> {
  const blob = await store.captures.blob(capture.id, name);
  if (!blob) throw new ExpectedError('artifact-damaged', { file: name });
  saveBlob(blob, `${String(capture.number).padStart(4, '0')}-${name}`);
}

/** Saves bytes through the browser's downloads, as a file of no type that a browser would open. */
export function saveBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob.slice(0, blob.size, 'application/octet-stream'));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download reads the URL after this turn; a minute is enough for it to begin.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
