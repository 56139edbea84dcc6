import { type PageState, requireSamePage } from './page-state';
import type { ScrollContext } from './window-shot';

/** Share of the time that may go by while scrolling: joining the pictures needs the rest. */
const SHARE = 0.7;

/**
 * Scrolls within `limitMs` and puts every scroll position back, whatever happens. From the first step on the site could
 * have noticed it. Throws `page-navigated` if the page went away meanwhile.
 */
export async function withScroll<T>(
  state: PageState,
  signal: AbortSignal,
  limitMs: number,
  work: (context: ScrollContext) => Promise<T>,
): Promise<T> {
  const { ports, order } = state;
  const end = ports.clock.monotonicMs() + limitMs * SHARE;
  const session = await ports.scroll(order.target);
  state.observer = { ...state.observer, scrolled: true };
  try {
    const isOver = () => signal.aborted || ports.clock.monotonicMs() > end;
    return await work({ session, ports, target: order.target, isOver });
  } catch (thrown) {
    await requireSamePage(state);
    throw thrown;
  } finally {
    await session.end().catch((thrown) => state.notes.push(`scroll positions were not put back: ${thrown}`));
  }
}
