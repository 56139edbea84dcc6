import type { CaptureTarget } from '@/utils/capture/ports';
import { runInPage } from './run-in-page';

/**
 * Runs the snapshot script in every frame of a tab. Frames that let no script in are left out: the
 * assembler sees from their parents that they are missing.
 */
export async function snapshotFrames({ tabId }: CaptureTarget) {
  const answers = await runInPage({
    target: { tabId, allFrames: true },
    files: ['/snapshot.js'],
  });
  return answers
    .filter(({ result }) => result !== undefined && result !== null)
    .map(({ frameId, result }) => ({ frameId, result: result as unknown }));
}

/** Asks the snapshot script that has run in a frame for files out of the HTTP cache. */
export async function readCached({ tabId }: CaptureTarget, frameId: number, urls: readonly string[]) {
  const [answer] = await runInPage({
    target: { tabId, frameIds: [frameId] },
    func: askFrame,
    args: [[...urls]],
  });
  return answer?.result as unknown;
}

/** Runs in the frame's isolated world, where the snapshot script has left its reader. */
function askFrame(urls: string[]): Promise<unknown> {
  const { osmotr } = globalThis as unknown as { osmotr: { readCached(urls: string[]): Promise<unknown> } };
  return osmotr.readCached(urls);
}
