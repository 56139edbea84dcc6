import type { Remark } from '@/utils/domain/capture';
import { parseScrollView, type ScrollView } from '@/utils/snapshot/scroll-view';
import { findShift, markRows, type RowMarks, UNKNOWN } from './align-rows';
import type { WindowShot } from './compose-strip';
import { mergeLines } from './merge-lines';
import { remark } from './remarks';
import { coveredRows, moveTo, type ScrollContext, shoot } from './window-shot';

/** Steps through one box at most, and device pixels of its pictures' height. */
const MOST_STEPS = 150;
const MOST_ROWS = 100_000;
/** Share of what is free that a step goes: the rest is seen twice, so that pictures can be joined. */
const STEP = 0.7;
/** Farther than any box scrolls. */
const FAR = 10_000_000;
/** Rows left empty where two pictures could not be joined. */
const GAP = 24;

/** What scrolling through a box gave, from its top to its bottom. */
export interface ScrolledPane {
  readonly shots: readonly WindowShot[];
  readonly lines: readonly string[];
  readonly remarks: readonly Remark[];
}

/**
 * Goes through a box that scrolls by itself and photographs each step: downwards from its beginning; a box that stood
 * nearer to its end, as chats do, upwards from there. Pictures are joined by what they show, since a list that loads
 * older lines, or uses its rows again, has no lasting scroll position.
 */
export async function scrollPane(context: ScrollContext, area: number): Promise<ScrolledPane> {
  const start = parseScrollView(await context.session.look(area));
  let view = await moveTo(context, area, FAR);
  // In a box that is filled from below, zero is the end and all before it is negative.
  const way: Way = { isReversed: view.top < 1, isUpwards: start.top > view.top - scrollable(view) / 2 };
  const { isUpwards } = way;
  if (!isUpwards) view = await moveTo(context, area, view.top - scrollable(view));
  if (isAtEnd(view, way)) view = (await loadMore(context, area, view, way)).view;
  const shots: WindowShot[] = [await shoot(context, area, view)];
  let lines = mergeLines([], view.text, isUpwards);
  let gaps = 0;
  let unloaded = view.unloaded;
  let isWhole = false;
  for (let steps = 1; ; steps += 1) {
    if (heightOf(shots) > MOST_ROWS || steps >= MOST_STEPS || context.isOver()) break;
    const next = await step(context, area, view, way);
    if (!next) {
      isWhole = true;
      break;
    }
    const before = shots.at(-1);
    const shot = await shoot(context, area, next.view);
    if (!before) break;
    const joined = await join(before, shot, next);
    if (joined === null) gaps += 1;
    shots.push({ ...shot, top: before.top + (joined ?? (isUpwards ? -1 : 1) * (shot.height + GAP)) });
    lines = mergeLines(lines, next.view.text, isUpwards);
    unloaded += next.view.unloaded;
    view = next.view;
  }
  const remarks: Remark[] = [];
  if (!isWhole) remarks.push(remark('pane-cut', { pane: area }));
  if (gaps > 0) remarks.push(remark('pane-gap', { pane: area, count: gaps }));
  if (unloaded > 0) remarks.push(remark('pictures-not-loaded', { count: unloaded }));
  return { shots: fromTop(shots), lines, remarks };
}

interface Way {
  readonly isUpwards: boolean;
  readonly isReversed: boolean;
}

/** A step taken; `shift`: how far the content should have moved up, CSS pixels, null if that can't be known. */
interface Step {
  readonly view: ScrollView;
  readonly shift: number | null;
}

/** Null if the box has ended: at the last step it was given time to load more. */
async function step(context: ScrollContext, area: number, view: ScrollView, way: Way): Promise<Step | null> {
  if (isAtEnd(view, way)) return null;
  const { above, below } = coveredRows(view);
  const length = Math.max(view.box.height - above - below, view.box.height / 3) * STEP;
  const next = await moveTo(context, area, view.top + (way.isUpwards ? -length : length));
  const { view: last, moved } = isAtEnd(next, way)
    ? await loadMore(context, area, next, way)
    : { view: next, moved: 0 };
  if (next.moved !== null && moved !== null) return { view: last, shift: -(next.moved + moved) };
  const isSame = last.contentHeight === view.contentHeight;
  return { view: last, shift: isSame ? last.top - view.top : null };
}

/** Gives the box time to load more at its end, and stays at the line that was reached. */
async function loadMore(
  context: ScrollContext,
  area: number,
  view: ScrollView,
  way: Way,
): Promise<{ readonly view: ScrollView; readonly moved: number | null }> {
  const later = await moveTo(context, area, view.top, true);
  const grown = later.contentHeight - view.contentHeight;
  const isPushed = way.isUpwards && !way.isReversed && grown > 0 && Math.abs(later.top - view.top) < 1;
  if (!isPushed) return { view: later, moved: later.moved };
  // What came before the first line has pushed the rest down, out of sight.
  const back = await moveTo(context, area, later.top + grown);
  return { view: back, moved: later.moved === null || back.moved === null ? null : later.moved + back.moved };
}

/** How many rows lower on the strip the second shot stands; null if they can't be joined. */
async function join(before: WindowShot, after: WindowShot, { shift, view }: Step): Promise<number | null> {
  const rows = shift === null ? null : Math.round(shift * view.devicePixelRatio);
  const [one, two] = await Promise.all([readRows(before), readRows(after)]);
  if (rows === null) return findShift(one, two, 0, Number.MAX_SAFE_INTEGER);
  if (Math.abs(rows) >= Math.min(before.height, after.height)) return null;
  // Text says where to look, to the pixel or nearly; behind it a background may stand still.
  return findShift(one, two, rows, 2) ?? rows;
}

/** Rows under something that stands still would speak for no shift at all. */
async function readRows({ blob, sourceX, sourceY, width, height, covers }: WindowShot): Promise<RowMarks> {
  const bitmap = await createImageBitmap(blob, { colorSpaceConversion: 'none' });
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, -sourceX, -sourceY);
  bitmap.close();
  const marks = markRows(context.getImageData(0, 0, width, height));
  for (const { y, height: rows } of covers) {
    if (rows < height / 2) marks.fill(UNKNOWN, Math.max(0, y), Math.max(0, y + rows));
  }
  return marks;
}

function isAtEnd(view: ScrollView, { isUpwards, isReversed }: Way): boolean {
  const first = isReversed ? -scrollable(view) : 0;
  return isUpwards ? view.top <= first + 1 : view.top >= first + scrollable(view) - 1;
}

function scrollable({ contentHeight, boxHeight }: ScrollView): number {
  return Math.max(0, contentHeight - boxHeight);
}

function heightOf(shots: readonly WindowShot[]): number {
  const ends = shots.map(({ top, height }) => top + height);
  return Math.max(...ends) - Math.min(...shots.map(({ top }) => top));
}

/** The same with the highest at 0. */
function fromTop(shots: readonly WindowShot[]): WindowShot[] {
  const top = Math.min(...shots.map((shot) => shot.top));
  return shots.map((shot) => ({ ...shot, top: shot.top - top }));
}
