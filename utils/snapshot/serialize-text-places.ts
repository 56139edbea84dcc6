import type { Rect } from './frame-snapshot';
import { bodyOf, boundingRect, documentElementOf, rangeRect } from './serialize-access';
import type { FrameContext } from './serialize-context';

/** Lines, and text nodes and controls in them, whose place is read; a page of a million must not wait for it. */
const LINE_LIMIT = 20_000;
const PIECE_LIMIT = 100_000;

/** Texts for screen readers are cut to a pixel: nobody sees those. */
const SEEN = 3;

/** Edges in the frame's viewport. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Gathers where the pieces of a line stand. */
export interface TextPlaces {
  /** The characters `from` to `to` of a text node belong to the line under way. */
  addText(node: Text, from: number, to: number): void;
  addElement(element: Element): void;
  /** The place of the line, in CSS pixels of the frame's document, whole ones; null if unknown or not seen. The next begins. */
  takeLine(): Rect | null;
  /** Text in a box that scrolls or cuts off counts only where the box shows it. Gives the way out. */
  enter(element: Element, style: CSSStyleDeclaration): () => void;
}

/** Reads places by one range and bounding boxes: nothing of it can be noticed. */
export function createTextPlaces(context: FrameContext): TextPlaces {
  const { window, document } = context;
  const uncut = new Set([documentElementOf(document), bodyOf(document)]);
  const measure = rangeRect(document);
  let clip: Box | null = null;
  let line: Box | null = null;
  let lines = 0;
  let pieces = 0;

  const add = (read: () => DOMRect) => {
    if (lines >= LINE_LIMIT || pieces >= PIECE_LIMIT) {
      context.limit(`places were read for the first ${LINE_LIMIT} lines or ${PIECE_LIMIT} pieces of text`);
      return;
    }
    pieces += 1;
    const seen = intersect(clip, read());
    if (seen) line = line ? unite(line, seen) : seen;
  };

  return {
    addText: (node, from, to) => add(() => measure(node, from, to)),
    addElement: (element) => add(() => boundingRect(element)),
    takeLine() {
      const taken = line;
      line = null;
      if (!taken) return null;
      lines += 1;
      const x = Math.floor(taken.left + window.scrollX);
      const y = Math.floor(taken.top + window.scrollY);
      const width = Math.ceil(taken.right + window.scrollX) - x;
      const height = Math.ceil(taken.bottom + window.scrollY) - y;
      return width < SEEN || height < SEEN ? null : { x, y, width, height };
    },
    enter(element, style) {
      const outer = clip;
      if (style.position === 'fixed') clip = null;
      if (cuts(style) && !uncut.has(element)) {
        clip = intersect(clip, boundingRect(element)) ?? NOTHING;
      }
      return () => {
        clip = outer;
      };
    },
  };
}

const NOTHING: Box = { left: 0, top: 0, right: 0, bottom: 0 };

function cuts({ overflowX, overflowY, display }: CSSStyleDeclaration): boolean {
  return display !== 'inline' && display !== 'contents' && `${overflowX} ${overflowY}` !== 'visible visible';
}

/** Null if nothing is left. */
function intersect(a: Box | null, b: Box): Box | null {
  const left = Math.max(a?.left ?? b.left, b.left);
  const top = Math.max(a?.top ?? b.top, b.top);
  const right = Math.min(a?.right ?? b.right, b.right);
  const bottom = Math.min(a?.bottom ?? b.bottom, b.bottom);
  return right > left && bottom > top ? { left, top, right, bottom } : null;
}

function unite(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}
