import { type Box, createCoverFinder, intersect, isHtml, type ShadowOf } from './scroll-covers';
import { frameOf, moveBox, offsetInPage, readableDocuments, shownInPage } from './scroll-frames';
import { createShiftMeter } from './scroll-shift';
import type { Cover, ScrollBoxes, ScrollView } from './scroll-view';
import { createWaits } from './scroll-wait';
import { renderedText } from './serialize-access';

/** Boxes that are scrolled at most, and the least share of the window that one has to fill. */
const MOST_BOXES = 4;
const LEAST_SHARE = 0.08;
/** A box whose content is only that much higher than itself is no list. */
const LEAST_HIDDEN = 40;

/** Number of the page itself among the areas. */
const PAGE = 0;

/**
 * Scrolls the page and boxes in it, also in frames that its own scripts may read, as a reader would, and says what the
 * window shows then. It changes nothing but scroll positions, and `end` puts these back. Runs in the page's isolated
 * world. The page hears `scroll`, and may load what comes into view: so this runs only when the operative wants it.
 */
export function createScroller({ shadowOf, now }: { shadowOf: ShadowOf; now: () => number }) {
  const findCovers = createCoverFinder(shadowOf);
  const { settled, grown } = createWaits(now);
  const measureShift = createShiftMeter();
  const boxes: Element[] = [];
  const before = { x: scrollX, y: scrollY };
  const positions = new Map<Element, Position>();

  const root = () => document.scrollingElement ?? document.documentElement;

  /** Scrolls an area to `top`, CSS pixels; `waitForMore`: give it time to grow. */
  async function move(area: number, top: number, waitForMore: boolean): Promise<ScrollView> {
    const element = elementOf(area);
    if (element) {
      bringIntoView(element);
      element.scrollTo({ top, behavior: 'instant' });
    } else {
      scrollTo({ left: 0, top, behavior: 'instant' });
    }
    const unloaded = await settled(() => picturesIn(element));
    if (waitForMore) await grown(() => (element ?? root()).scrollHeight);
    return viewOf(element, unloaded);
  }

  function look(area: number): ScrollView {
    return viewOf(elementOf(area), 0);
  }

  /** Null for the page. */
  function elementOf(area: number): Element | null {
    const element = boxes[area - 1];
    if (area !== PAGE && !element?.isConnected) throw new Error('the box is no longer there');
    return element ?? null;
  }

  function viewOf(element: Element | null, unloaded: number): ScrollView {
    const window = { left: 0, top: 0, right: root().clientWidth, bottom: windowHeight() };
    const inPage = element ? shownInPage(element.ownerDocument, clientBox(element)) : window;
    const shown = inPage && intersect(inPage, window);
    const box = shown ?? { left: 0, top: 0, right: 0, bottom: 0 };
    return {
      top: element ? element.scrollTop : scrollY,
      contentHeight: (element ?? root()).scrollHeight,
      contentWidth: (element ?? root()).scrollWidth,
      box: { x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top },
      boxHeight: element ? element.clientHeight : window.bottom,
      devicePixelRatio,
      magnified: visualViewport?.scale ?? 1,
      ...coversOf(box, element),
      unloaded,
      moved: element ? measureShift(element) : null,
      text: element && isHtml(element) ? linesOf(element) : [],
    };
  }

  /** What stands over a box: in its own document, and in those around the frames that it is in. */
  function coversOf(box: Box, element: Element | null): Pick<ScrollView, 'covers' | 'layers'> {
    const covers: Cover[] = [];
    let layers = 0;
    let [root, scroller] = [element?.ownerDocument ?? document, element];
    for (;;) {
      const { x, y } = offsetInPage(root);
      const found = findCovers(root, moveBox(box, -x, -y), scroller);
      for (const cover of found.covers) covers.push({ ...cover, x: cover.x + x, y: cover.y + y });
      layers += found.layers;
      const frame = frameOf(root);
      if (!frame) return { covers, layers };
      [root, scroller] = [frame.ownerDocument, frame];
    }
  }

  /** The biggest boxes that scroll by themselves; numbers are those of `move`. */
  function findBoxes(): ScrollBoxes {
    const least = LEAST_SHARE * root().clientWidth * windowHeight();
    const { documents, closed } = readableDocuments();
    const found = documents
      .flatMap((each) => [...each.querySelectorAll('*')])
      .filter((element) => scrollsByItself(element))
      .map((element) => ({ element, area: areaOf(shownInPage(element.ownerDocument, clientBox(element))) }))
      .filter(({ area }) => area >= least)
      .sort((a, b) => b.area - a.area);
    boxes.length = 0;
    for (const { element } of found.slice(0, MOST_BOXES)) {
      boxes.push(element);
      positions.set(element, positionOf(element));
    }
    const shut = closed.filter((frame) => areaOf(frame.getBoundingClientRect()) >= least);
    return { chosen: boxes.map((_, at) => at + 1), found: found.length, closed: shut.length };
  }

  function bringIntoView(element: Element): void {
    const box = shownInPage(element.ownerDocument, clientBox(element));
    if (!box || (box.top >= 0 && box.bottom <= windowHeight())) return;
    const room = windowHeight() - (box.bottom - box.top);
    scrollBy({ top: box.top - Math.max(0, room / 2), behavior: 'instant' });
  }

  function end(): void {
    for (const [element, position] of positions) {
      element.scrollTo({ top: topFor(element, position), behavior: 'instant' });
    }
    scrollTo({ left: before.x, top: before.y, behavior: 'instant' });
  }

  return { look, move, findBoxes, end };
}

/** Where a reader was; `toEnd` is how far the end is from there, for one who was nearer to it. */
interface Position {
  readonly top: number;
  readonly toEnd: number | null;
}

function positionOf({ scrollTop: top, scrollHeight, clientHeight }: Element): Position {
  return { top, toEnd: top > scrollHeight - clientHeight - top ? scrollHeight - top : null };
}

/** A reader near the end of a chat is put back there, however many older messages have come before. */
function topFor({ scrollHeight }: Element, { top, toEnd }: Position): number {
  return toEnd === null ? top : scrollHeight - toEnd;
}

function scrollsByItself(element: Element): boolean {
  const { scrollingElement, body, documentElement } = element.ownerDocument;
  if (element.scrollHeight - element.clientHeight < LEAST_HIDDEN) return false;
  // The page itself is another area; a document in a frame is a box.
  if (element === scrollingElement) {
    const scrolled = [documentElement, body].map((it) => (it ? getComputedStyle(it).overflowY : ''));
    return frameOf(element.ownerDocument) !== null && !scrolled.some((how) => /hidden|clip/.test(how));
  }
  // The window takes the body's scrolling over, unless the root element has its own.
  if (element === body && getComputedStyle(documentElement).overflowY === 'visible') return false;
  return /auto|scroll/.test(getComputedStyle(element).overflowY) && element.checkVisibility();
}

/** In quirks mode the root element's own height is that of the content. */
function windowHeight(): number {
  const { documentElement, body, compatMode } = document;
  return compatMode === 'BackCompat' && body ? body.clientHeight : documentElement.clientHeight;
}

function areaOf(box: Box | null): number {
  return box ? (box.right - box.left) * (box.bottom - box.top) : 0;
}

function clientBox(element: Element): Box {
  // A document in a frame moves under its window.
  if (element === element.ownerDocument.scrollingElement) {
    return { left: 0, top: 0, right: element.clientWidth, bottom: element.clientHeight };
  }
  const { left, top } = element.getBoundingClientRect();
  const x = left + element.clientLeft;
  const y = top + element.clientTop;
  return { left: x, top: y, right: x + element.clientWidth, bottom: y + element.clientHeight };
}

function picturesIn(element: Element | null): HTMLImageElement[] {
  const { innerWidth: right, innerHeight: bottom } = element?.ownerDocument.defaultView ?? window;
  const view = { left: 0, top: 0, right, bottom };
  return [...(element ?? document).querySelectorAll('img')].filter((picture) =>
    intersect(picture.getBoundingClientRect(), view),
  );
}

function linesOf(element: HTMLElement): string[] {
  return renderedText(element)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
