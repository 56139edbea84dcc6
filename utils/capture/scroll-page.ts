import type { Remark } from '@/utils/domain/capture';
import type { ScrollView } from '@/utils/snapshot/scroll-view';
import type { WindowShot } from './compose-strip';
import { remark } from './remarks';
import { MAX_PAGE_HEIGHT } from './tiles';
import { coveredRows, moveTo, type ScrollContext, shoot } from './window-shot';

/** Number of the page among the areas. */
const PAGE = 0;
/** CSS pixels by which steps overlap, and the least share of the window that a step goes. */
const OVERLAP = 4;
const LEAST_STEP = 0.2;
/** CSS pixels that a page may grow while it is scrolled: a feed has no end. */
const MOST_GROWTH = 20_000;

/** What scrolling through a page gave; `isWhole` is false if the time was over. */
export interface ScrolledPage {
  readonly shots: readonly WindowShot[];
  readonly remarks: readonly Remark[];
  readonly isWhole: boolean;
}

/** Goes through the page from its top, a window at a time less what is fixed over it, and photographs each step. */
export async function scrollPage(context: ScrollContext): Promise<ScrolledPage> {
  let view = await moveTo(context, PAGE, 0);
  const first = view;
  const limit = Math.min(MAX_PAGE_HEIGHT, first.contentHeight + MOST_GROWTH);
  const shots: WindowShot[] = [];
  let unloaded = 0;
  let layers = 0;
  let isWhole = true;
  for (;;) {
    // First what the page loads at its end: else a sign that it is loading would stand in the middle.
    if (isAtEnd(view)) view = await moveTo(context, PAGE, view.top, true);
    shots.push(await shoot(context, PAGE, view));
    unloaded += view.unloaded;
    layers = Math.max(layers, view.layers);
    if (isAtEnd(view) || bottomOf(view) >= limit) break;
    if (context.isOver()) {
      isWhole = false;
      break;
    }
    const next = await step(context, view);
    if (next.top <= view.top) break;
    view = next;
  }
  const remarks = remarksOn(first, view, isWhole);
  if (unloaded > 0) remarks.push(remark('pictures-not-loaded', { count: unloaded }));
  if (layers > 0) remarks.push(remark('layer'));
  return { shots, remarks, isWhole };
}

/** To where the first row that was not seen free comes out under what is fixed at the top. */
async function step(context: ScrollContext, view: ScrollView): Promise<ScrollView> {
  const { above, below } = coveredRows(view);
  const seenTo = bottomOf(view) - below;
  const least = view.top + view.box.height * LEAST_STEP;
  const next = await moveTo(context, PAGE, Math.max(least, seenTo - above - OVERLAP));
  const now = coveredRows(next).above;
  const wanted = seenTo - now - OVERLAP;
  // A header may come out only when the page is scrolled.
  return next.top > wanted && wanted >= least ? moveTo(context, PAGE, wanted) : next;
}

function remarksOn(first: ScrollView, last: ScrollView, isWhole: boolean): Remark[] {
  const shown = bottomOf(last);
  const height = last.contentHeight;
  const remarks: Remark[] = [];
  if (!isWhole) remarks.push(remark('scroll-time', { shown, height }));
  if (height > first.contentHeight + 1) {
    remarks.push(remark('page-grew', { from: first.contentHeight, to: height, shown }));
  } else if (isWhole && shown < height - 1) {
    remarks.push(remark('page-cut', { shown, height }));
  }
  if (last.contentWidth > last.box.width + 1) {
    remarks.push(remark('page-wider', { shown: last.box.width, width: last.contentWidth }));
  }
  return remarks;
}

function bottomOf({ top, box }: ScrollView): number {
  return top + box.height;
}

function isAtEnd(view: ScrollView): boolean {
  return bottomOf(view) >= view.contentHeight - 1;
}
