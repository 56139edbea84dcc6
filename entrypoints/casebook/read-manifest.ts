import type { CaptureManifest } from '@/utils/domain/capture';
import { type ErrorRecord, ExpectedError, toErrorRecord } from '@/utils/errors';
import { store } from '../pages/services';

const NAME = 'capture.json';

/** The content of a capture's `capture.json`, or as data the error that it can't be read. */
export async function readManifest(captureId: string): Promise<CaptureManifest | ErrorRecord> {
  const blob = await store.captures.blob(captureId, NAME);
  if (!blob) return damaged();
  try {
    const manifest: CaptureManifest = JSON.parse(await blob.text());
    return manifest.format === 'osmotr-capture/1' ? manifest : damaged();
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return damaged();
    throw thrown;
  }
}

function damaged(): ErrorRecord {
  return toErrorRecord(new ExpectedError('artifact-damaged', { file: NAME }));
}
