import browser from 'webextension-polyfill';
import type { CaptureTarget } from '@/utils/capture/ports';

/**
 * Runs the snapshot script in every frame of a tab. Frames that let no script in are left out: the
 * assembler sees from their parents that they are missing.
 */
export async function snapshotFrames({ tabId }: CaptureTarget): Promise<unknown[]> {
  const answers = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    files: ['/snapshot.js'],
  });
  return answers.map(({ result }) => result).filter((result) => result !== undefined && result !== null);
}
