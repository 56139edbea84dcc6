import type { AssembledPage } from '@/utils/snapshot/assemble';
import { addCached, parseCacheAnswers } from '@/utils/snapshot/resources';
import type { PageState } from './page-state';

/** Adds to `resources` what each frame still has in the HTTP cache, and to `reasons` why it has not. */
export async function readFromCache(state: PageState, wanted: AssembledPage['wanted']): Promise<void> {
  const { ports, order, seen, resources, reasons } = state;
  for (const { path, urls } of wanted) {
    const frame = seen.find(({ snapshot }) => snapshot.path.join('.') === path.join('.'));
    if (!frame) continue;
    const answers = parseCacheAnswers(await ports.cached(order.target, frame.frameId, urls));
    addCached(resources, answers);
    for (const answer of answers) if ('reason' in answer) reasons.set(answer.url, answer.reason);
  }
}
