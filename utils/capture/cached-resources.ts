import { within } from '@/utils/domain/within';
import { errorText } from '@/utils/errors';
import type { AssembledPage } from '@/utils/snapshot/assemble';
import { addCached, parseCacheAnswers } from '@/utils/snapshot/resources';
import { heldBytes, MOST_EMBEDDED, type PageState, requireSamePage } from './page-state';

/** Files asked for at first; then as many as come to `PIECE`, in characters of base64: an answer is one message. */
const FIRST_COUNT = 16;
const MOST_COUNT = 128;
const PIECE = 16_000_000;

/**
 * Adds to `resources` what each frame still has in the HTTP cache, and to `reasons` why it has not; no more in all than
 * `page.html` may hold. The DOM is there already: a page that went away, or does not answer until `end` (ms of the
 * monotonic clock), costs its files alone.
 */
export async function readFromCache(
  state: PageState,
  wanted: AssembledPage['wanted'],
  end: number,
): Promise<void> {
  const { seen, reasons } = state;
  for (const { path, urls } of wanted) {
    const frame = seen.find(({ snapshot }) => snapshot.path.join('.') === path.join('.'));
    if (!frame) continue;
    const left = [...urls];
    let count = FIRST_COUNT;
    while (left.length > 0 && heldBytes(state) < MOST_EMBEDDED) {
      count = await readPiece(state, frame.frameId, left.splice(0, count), end);
    }
    for (const url of left) reasons.set(url, 'too much for one page');
  }
}

/** Asks a frame for some files; gives how many to ask for next. */
async function readPiece(
  state: PageState,
  frameId: number,
  urls: readonly string[],
  end: number,
): Promise<number> {
  const { ports, order, resources, held, reasons } = state;
  try {
    await requireSamePage(state);
    // A frame may answer null, too.
    const asked = ports.cached(order.target, frameId, urls).then((answer) => ({ answer }));
    const given = await within(asked, Math.max(0, end - ports.clock.monotonicMs()));
    if (!given) throw new Error('no answer in time');
    const answers = parseCacheAnswers(given.answer);
    await requireSamePage(state);
    await addCached(resources, answers, held);
    let length = 0;
    for (const answer of answers) {
      if ('reason' in answer) reasons.set(answer.url, answer.reason);
      else length += typeof answer.body === 'string' ? answer.body.length : answer.body.size;
    }
    return Math.min(MOST_COUNT, Math.max(1, Math.floor((PIECE * urls.length) / Math.max(1, length))));
  } catch (thrown) {
    for (const url of urls) reasons.set(url, `its frame could not be asked: ${errorText(thrown)}`);
    return MOST_COUNT;
  }
}
