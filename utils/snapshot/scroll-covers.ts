import type { Cover } from './scroll-view';

/** Elements inside one that is fixed, that are looked at for what sticks out of it. */
const MOST_PARTS = 2_000;
/** A layer over more than this share of the box can't be cut off: nothing would be left. */
const LAYER_SHARE = 0.5;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const HTML = 'http://www.w3.org/1999/xhtml';

export type ShadowOf = (element: Element) => ShadowRoot | null;

/**
 * What stands over a box of the window and doesn't scroll with it: fixed and sticking elements as they are
 * painted, with their shadows. `scroller`: the box's element or the frame that it is in, null for the page. Box and
 * covers are of the window of `root`. Reads geometry and styles only.
 */
export function createCoverFinder(shadowOf: ShadowOf) {
  const ids = new WeakMap<Element, number>();
  let lastId = 0;

  const idOf = (element: Element): number => {
    const known = ids.get(element);
    if (known !== undefined) return known;
    lastId += 1;
    ids.set(element, lastId);
    return lastId;
  };

  return function findCovers(
    root: Document,
    box: Box,
    scroller: Element | null,
  ): { covers: Cover[]; layers: number } {
    const covers: Cover[] = [];
    let layers = 0;
    for (const element of elementsOf(root, shadowOf)) {
      const style = getComputedStyle(element);
      if (!staysInPlace(element, style, box, scroller)) continue;
      for (const painted of paintedParts(element)) {
        const seen = intersect(painted, box);
        if (!seen) continue;
        if (areaOf(seen) > LAYER_SHARE * areaOf(box)) layers += 1;
        else covers.push({ id: idOf(element), ...toRect(seen) });
      }
    }
    return { covers: withoutInner(covers), layers };
  };
}

/** An element of HTML, whichever frame it is of: each has classes of its own, which `instanceof` tells apart. */
export function isHtml(element: Element): element is HTMLElement {
  return element.namespaceURI === HTML;
}

function* elementsOf(root: Document | ShadowRoot, shadowOf: ShadowOf): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    // Chromium's own call throws for what is no HTML element, an icon in a header say.
    const shadow = isHtml(element) ? shadowOf(element) : null;
    if (shadow) yield* elementsOf(shadow, shadowOf);
  }
}

function staysInPlace(
  element: Element,
  style: CSSStyleDeclaration,
  box: Box,
  scroller: Element | null,
): boolean {
  // Under everything: it is what shows through, not what hides.
  if (Number(style.zIndex) < 0) return false;
  if (style.position === 'fixed') return !scroller || !element.contains(scroller);
  if (style.position === 'sticky') return scrollerOf(element) === scroller && isAtEdge(element, style, box);
  if (style.position !== 'absolute' || !scroller) return false;
  return !scroller.contains(element) && !element.contains(scroller) && isOver(element, box, scroller);
}

/** The element in whose box a sticking one moves; null: the page. */
function scrollerOf(element: Element): Element | null {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (parent === parent.ownerDocument.scrollingElement || parent === parent.ownerDocument.body) continue;
    const { overflowX, overflowY } = getComputedStyle(parent);
    if (/auto|scroll|hidden/.test(`${overflowX} ${overflowY}`)) return parent;
  }
  return null;
}

/** One that has reached its edge, or has been pushed over it by the end of its container. */
function isAtEdge(element: Element, { top, bottom }: CSSStyleDeclaration, box: Box): boolean {
  const rect = element.getBoundingClientRect();
  const fromTop = Number.parseFloat(top);
  const fromBottom = Number.parseFloat(bottom);
  return rect.top <= box.top + fromTop + 1 || rect.bottom >= box.bottom - fromBottom - 1;
}

function isOver(element: Element, box: Box, scroller: Element): boolean {
  const seen = intersect(element.getBoundingClientRect(), box);
  if (!seen) return false;
  if (getComputedStyle(element).pointerEvents === 'none') return true;
  const hit = element.ownerDocument.elementFromPoint(
    (seen.left + seen.right) / 2,
    (seen.top + seen.bottom) / 2,
  );
  return !hit || !scroller.contains(hit);
}

/** Where an element paints, and what of its content sticks out. */
function paintedParts(element: Element): Box[] {
  const own = paintedBox(element);
  const parts = own ? [own] : [];
  let looked = 0;
  for (const inner of element.querySelectorAll('*')) {
    looked += 1;
    if (looked > MOST_PARTS) break;
    const box = paintedBox(inner);
    if (box && !parts.some((part) => holds(part, box))) parts.push(box);
  }
  return parts;
}

function paintedBox(element: Element): Box | null {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return null;
  const style = getComputedStyle(element);
  if (!paints(element, style)) return null;
  const { left, top, right, bottom } = element.getBoundingClientRect();
  if (right - left < 1 || bottom - top < 1) return null;
  const by = shadowReach(style.boxShadow);
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

const REPLACED = new Set(['img', 'svg', 'canvas', 'video', 'iframe', 'embed', 'object', 'input', 'button']);

function paints(element: Element, style: CSSStyleDeclaration): boolean {
  if (REPLACED.has(element.localName)) return true;
  if (!/rgba\(.*, 0\)$|transparent/.test(style.backgroundColor) || style.backgroundImage !== 'none')
    return true;
  if (style.boxShadow !== 'none' || style.backdropFilter !== 'none') return true;
  if (Number.parseFloat(style.borderTopWidth) + Number.parseFloat(style.borderBottomWidth) > 0) return true;
  return [...element.childNodes].some((node) => node.nodeType === 3 && /\S/.test(node.textContent ?? ''));
}

/** How far shadows reach at most: offset, blur and spread together. */
function shadowReach(shadow: string): number {
  if (shadow === 'none') return 0;
  const lengths = shadow.match(/-?[\d.]+px/g) ?? [];
  return lengths.reduce((sum, length) => sum + Math.abs(Number.parseFloat(length)), 0);
}

function withoutInner(covers: readonly Cover[]): Cover[] {
  return covers.filter((cover, at) => {
    const box = toBox(cover);
    return !covers.some(
      (other, place) =>
        place !== at &&
        other.id === cover.id &&
        holds(toBox(other), box) &&
        (place < at || !holds(box, toBox(other))),
    );
  });
}

function holds(outer: Box, inner: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.top >= outer.top &&
    inner.right <= outer.right &&
    inner.bottom <= outer.bottom
  );
}

/** Null if nothing is left. */
export function intersect(a: Box, b: Box): Box | null {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  const right = Math.min(a.right, b.right);
  const bottom = Math.min(a.bottom, b.bottom);
  return right > left && bottom > top ? { left, top, right, bottom } : null;
}

function areaOf({ left, top, right, bottom }: Box): number {
  return (right - left) * (bottom - top);
}

function toRect({ left, top, right, bottom }: Box) {
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function toBox({ x, y, width, height }: Cover): Box {
  return { left: x, top: y, right: x + width, bottom: y + height };
}
