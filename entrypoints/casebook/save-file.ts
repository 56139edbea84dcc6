import type { Capture } from '@/utils/domain/capture';
import { ExpectedError } from '@/utils/errors';
import { store } from '../pages/services';
import { offerDownload } from './offer-download';

/** Saves one file of a capture through the browser's downloads, under its number and name. */
export async function saveFile(capture: Capture, name: string): Promise<void> {
  const blob = await store.captures.blob(capture.id, name);
  if (!blob) throw new ExpectedError('artifact-damaged', { file: name });
  offerDownload(blob, `${String(capture.number).padStart(4, '0')}-${name}`);
}
