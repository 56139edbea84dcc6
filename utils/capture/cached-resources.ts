import { errorText } from '@/utils/errors';
import type { AssembledPage } from '@/utils/snapshot/assemble';
import { addCached, parseCacheAnswers } from '@/utils/snapshot/resources';
import { type PageState, requireSamePage } from './page-state';

/**
 * Adds to `resources` what each frame still has in the HTTP cache, and to `reasons` why it has not. The DOM is there
 * already: a page that went away, or does not answer until `end` (ms of the monotonic clock), costs its files alone.
 */
export async function readFromCache(
  state: PageState,
  wanted: AssembledPage['wanted'],
  end: number,
): Promise<void> {
  const { ports, order, seen, resources, reasons } = state;
  for (const { path, urls } of wanted) {
    const frame = seen.find(({ snapshot }) => snapshot.path.join('.') === path.join('.'));
    if (!frame) continue;
    try {
      await requireSamePage(state);
      const asked = ports.cached(order.target, frame.frameId, urls);
      const answers = parseCacheAnswers(await within(asked, end - ports.clock.monotonicMs()));
      await requireSamePage(state);
      addCached(resources, answers);
      for (const answer of answers) if ('reason' in answer) reasons.set(answer.url, answer.reason);
    } catch (thrown) {
      for (const url of urls) reasons.set(url, `its frame could not be asked: ${errorText(thrown)}`);
    }
  }
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), Math.max(0, ms));
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
