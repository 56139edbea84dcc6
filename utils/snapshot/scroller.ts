import { createCoverFinder, intersect, type ShadowOf } from './scroll-covers';
import { createShiftMeter } from './scroll-shift';
import type { ScrollBoxes, ScrollView } from './scroll-view';
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
 * Scrolls the page and boxes in it as a reader would, and says what the window shows then. It changes nothing but
 * scroll positions, and `end` puts these back. Runs in the page's isolated world. The page hears `scroll`, and
 * may load what comes into view: so this runs only when the operative wants it.
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
    const shown = element ? intersect(clientBox(element), window) : window;
    const box = shown ?? { left: 0, top: 0, right: 0, bottom: 0 };
    return {
      top: element ? element.scrollTop : scrollY,
      contentHeight: (element ?? root()).scrollHeight,
      contentWidth: (element ?? root()).scrollWidth,
      box: { x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top },
      boxHeight: element ? element.clientHeight : window.bottom,
      devicePixelRatio,
      magnified: visualViewport?.scale ?? 1,
      ...findCovers(box, element),
      unloaded,
      moved: element ? measureShift(element) : null,
      text: element instanceof HTMLElement ? linesOf(element) : [],
    };
  }

  /** The biggest boxes that scroll by themselves; numbers are those of `move`. */
  function findBoxes(): ScrollBoxes {
    const least = LEAST_SHARE * root().clientWidth * windowHeight();
    const found = [...document.querySelectorAll('*')]
      .filter((element) => scrollsByItself(element))
      .map((element) => ({ element, area: element.clientWidth * element.clientHeight }))
      .filter(({ area }) => area >= least)
      .sort((a, b) => b.area - a.area);
    boxes.length = 0;
    for (const { element } of found.slice(0, MOST_BOXES)) {
      boxes.push(element);
      positions.set(element, positionOf(element));
    }
    return { chosen: boxes.map((_, at) => at + 1), found: found.length };
  }

  function bringIntoView(element: Element): void {
    const rect = element.getBoundingClientRect();
    const room = windowHeight() - rect.height;
    if (rect.top >= 0 && rect.bottom <= windowHeight()) return;
    scrollBy({ top: rect.top - Math.max(0, room / 2), behavior: 'instant' });
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
  if (element === document.scrollingElement) return false;
  if (element.scrollHeight - element.clientHeight < LEAST_HIDDEN) return false;
  // The window takes the body's scrolling over, unless the root element has its own.
  if (element === document.body && getComputedStyle(document.documentElement).overflowY === 'visible') {
    return false;
  }
  return /auto|scroll/.test(getComputedStyle(element).overflowY) && element.checkVisibility();
}

/** In quirks mode the root element's own height is that of the content. */
function windowHeight(): number {
  const { documentElement, body, compatMode } = document;
  return compatMode === 'BackCompat' && body ? body.clientHeight : documentElement.clientHeight;
}

function clientBox(element: Element) {
  const { left, top } = element.getBoundingClientRect();
  const x = left + element.clientLeft;
  const y = top + element.clientTop;
  return { left: x, top: y, right: x + element.clientWidth, bottom: y + element.clientHeight };
}

function picturesIn(element: Element | null): HTMLImageElement[] {
  const window = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  return [...(element ?? document).querySelectorAll('img')].filter((picture) =>
    intersect(picture.getBoundingClientRect(), window),
  );
}

function linesOf(element: HTMLElement): string[] {
  return renderedText(element)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
