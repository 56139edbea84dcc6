import type { ScrollView } from '@/utils/snapshot/scroll-view';
import { parseScrollView } from '@/utils/snapshot/scroll-view';
import type { WindowShot } from './compose-strip';
import { pngSize } from './files';
import type { CapturePorts, CaptureTarget, ScrollSession } from './ports';

/** How often the window is photographed anew because it was scrolled meanwhile. */
const TRIES = 3;

/** What it takes to photograph an area step by step. */
export interface ScrollContext {
  readonly session: ScrollSession;
  readonly ports: Pick<CapturePorts, 'viewport'>;
  readonly target: CaptureTarget;
  /** The time is over: what there is has to do. */
  readonly isOver: () => boolean;
}

/** Scrolls an area and checks the answer. */
export async function moveTo(
  { session }: ScrollContext,
  area: number,
  top: number,
  waitForMore = false,
): Promise<ScrollView> {
  return parseScrollView(await session.move(area, top, waitForMore));
}

/**
 * Photographs an area as it stands; `strip` is where it belongs, device pixels. Throws if somebody else keeps
 * scrolling it, or if a part was magnified with two fingers.
 */
export async function shoot(context: ScrollContext, area: number, view: ScrollView): Promise<WindowShot> {
  const { session, ports, target } = context;
  if (view.magnified > 1.01) throw new Error('the page is magnified with two fingers');
  for (let tries = 0; tries < TRIES; tries += 1) {
    const blob = await ports.viewport(target);
    const after = parseScrollView(await session.look(area));
    if (Math.abs(after.top - view.top) < 0.5 && after.box.y === view.box.y) return cut(blob, view);
    await session.move(area, view.top, false);
  }
  throw new Error('somebody else scrolls the page');
}

async function cut(
  blob: Blob,
  { box, top, covers, devicePixelRatio: ratio }: ScrollView,
): Promise<WindowShot> {
  const size = await pngSize(blob);
  const sourceX = Math.round(box.x * ratio);
  const sourceY = Math.round(box.y * ratio);
  return {
    blob,
    sourceX,
    sourceY,
    top: Math.round(top * ratio),
    width: Math.min(Math.round((box.x + box.width) * ratio), size.width) - sourceX,
    height: Math.min(Math.round((box.y + box.height) * ratio), size.height) - sourceY,
    covers: covers.map(({ id, x, y, width, height }) => {
      const left = Math.floor((x - box.x) * ratio);
      const upper = Math.floor((y - box.y) * ratio);
      const right = Math.ceil((x + width - box.x) * ratio);
      const lower = Math.ceil((y + height - box.y) * ratio);
      return { id, x: left, y: upper, width: right - left, height: lower - upper };
    }),
  };
}

/** Rows at the upper and the lower end of the box that something stands over, CSS pixels. */
export function coveredRows({ box, covers }: ScrollView): { readonly above: number; readonly below: number } {
  let above = 0;
  let below = 0;
  for (const { y, height } of covers) {
    const upper = y - box.y;
    const lower = upper + height;
    // A column at the side covers no rows: it hides the same places wherever the page is.
    if (height > box.height / 2) continue;
    if (upper + lower < box.height) above = Math.max(above, lower);
    else below = Math.max(below, box.height - upper);
  }
  return { above, below };
}
