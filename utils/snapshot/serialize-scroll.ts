import {
  assignedSlot,
  boundingRect,
  documentElementOf,
  firstChild,
  localName,
  nextSibling,
  nodeType,
  scrollLeftOf,
  scrollTopOf,
} from './serialize-access';
import type { FrameContext } from './serialize-context';
import { px } from './serialize-geometry';

/**
 * Restores the scroll position of an inner scroller without scripts: for half a second an animation
 * makes it snap, and the only thing to snap to is one child whose margins put the scroller where it stood.
 * Afterwards it scrolls freely. The keyframes are written by the assembler.
 */
export function noteScroll(context: FrameContext, element: Element): void {
  const top = scrollTopOf(element);
  const left = scrollLeftOf(element);
  if (top === 0 && left === 0) return;
  if (element === documentElementOf(context.document) || localName(element) === 'textarea') return;
  const box = boundingRect(element);
  const style = context.window.getComputedStyle(element);
  const edge = { left: box.left + element.clientLeft, top: box.top + element.clientTop };
  const port = new DOMRect(edge.left, edge.top, element.clientWidth, element.clientHeight);
  restore(context, element, style, port);
}

/** The same for the document of a child frame, whose root is the scroller. The top document opens at its start. */
export function noteRootScroll(context: FrameContext): void {
  const root = documentElementOf(context.document);
  const { scrollX, scrollY } = context.window;
  if (!root || (scrollX === 0 && scrollY === 0)) return;
  const port = new DOMRect(0, 0, root.clientWidth, root.clientHeight || context.window.innerHeight);
  restore(context, root, context.window.getComputedStyle(root), port);
}

function restore(context: FrameContext, scroller: Element, style: CSSStyleDeclaration, port: DOMRect): void {
  const anchor = findAnchor(context, scroller);
  if (!anchor) {
    context.limit('scroll position of a scroller without elements is not restored');
    return;
  }
  const box = boundingRect(anchor);
  const margins = [
    box.top - port.top,
    port.right - box.right,
    port.bottom - box.bottom,
    box.left - port.left,
  ];
  const others = style.animationName && style.animationName !== 'none' ? `${style.animation},` : '';
  addStyle(context, scroller, `animation:${others}osmotr-scroll .5s!important;scroll-padding:0!important`);
  addStyle(
    context,
    anchor,
    `scroll-snap-align:start!important;scroll-margin:${margins.map((n) => `${round(n)}px`).join(' ')}!important`,
  );
  if (style.scrollSnapType && style.scrollSnapType !== 'none') silenceOthers(context, scroller, anchor);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** First child with a box of its own that scrolls along. */
function findAnchor(context: FrameContext, scroller: Element): Element | null {
  const start = context.shadowOf(scroller) ?? scroller;
  for (let node = firstChild(start); node; node = nextSibling(node)) {
    if (nodeType(node) !== 1) continue;
    const child = node as Element;
    if (start === scroller && assignedSlot(child)) continue;
    const style = context.window.getComputedStyle(child);
    if (style.display === 'none' || style.position === 'fixed' || style.position === 'sticky') continue;
    if (style.display === 'contents') {
      const inner = findAnchor(context, child);
      if (inner) return inner;
      continue;
    }
    if (style.display === 'inline' || px(style.zIndex) < -1e6) continue;
    return child;
  }
  return null;
}

/** In a carousel the slides' own snap points would win over the position to restore. */
function silenceOthers(context: FrameContext, scroller: Element, anchor: Element): void {
  for (let node = firstChild(scroller); node; node = nextSibling(node)) {
    if (nodeType(node) !== 1 || node === anchor) continue;
    addStyle(context, node as Element, 'animation:osmotr-unsnap .5s!important');
  }
}

function addStyle(context: FrameContext, element: Element, declarations: string): void {
  const before = context.extraStyles.get(element);
  context.extraStyles.set(element, before ? `${before};${declarations}` : declarations);
}
