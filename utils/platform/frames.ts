import type { Scripting } from 'webextension-polyfill';
import type { CaptureTarget } from '@/utils/capture/ports';
import { within } from '@/utils/domain/within';
import { loadedFrames } from './network-log';
import { runInPage } from './run-in-page';

/** How long all frames may take together; then each is asked for itself. */
const TOGETHER_MS = 8_000;

/** And how long each may take then that isn't the tab's own. */
const FRAME_MS = 3_000;

interface FrameAnswer {
  readonly frameId: number;
  readonly result: unknown;
}

/**
 * Runs the snapshot script in every frame of a tab. Frames that let no script in, or answer nobody, are left out: the
 * assembler sees from their parents that they are missing.
 */
export async function snapshotFrames({ tabId }: CaptureTarget): Promise<FrameAnswer[]> {
  const together = runSnapshot({ tabId, allFrames: true });
  return (await within(together, TOGETHER_MS)) ?? Promise.race([together, snapshotEach(tabId)]);
}

/** One frame that is busy for good keeps back the answers of all. Frames that have answered already answer again. */
async function snapshotEach(tabId: number): Promise<FrameAnswer[]> {
  const asked = (await frameIds(tabId)).map((frameId) => {
    const answer = runSnapshot({ tabId, frameIds: [frameId] });
    return frameId === 0 ? answer : within(answer, FRAME_MS).catch(() => null);
  });
  return (await Promise.all(asked)).flatMap((answers) => answers ?? []);
}

/**
 * Firefox is not asked for the permission to list frames: there those have to do whose documents came over the network, not
 * `about:blank` and `srcdoc`.
 */
async function frameIds(tabId: number): Promise<number[]> {
  if (import.meta.env.FIREFOX) return [0, ...(await loadedFrames(tabId))];
  const frames = await chrome.webNavigation.getAllFrames({ tabId });
  return (frames ?? [{ frameId: 0 }]).map(({ frameId }) => frameId);
}

async function runSnapshot(target: Scripting.InjectionTarget): Promise<FrameAnswer[]> {
  const answers = await runInPage({ target, files: ['/snapshot.js'] });
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
