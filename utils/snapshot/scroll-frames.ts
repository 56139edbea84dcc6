import { type Box, intersect } from './scroll-covers';

/** Documents and frames looked at in all: each is asked for all its elements. */
const MOST_DOCUMENTS = 50;

/** The page's document and those in its frames that a script of the page may read; `closed`: frames whose it may not. */
export function readableDocuments(): { readonly documents: Document[]; readonly closed: Element[] } {
  const documents = [document];
  const closed: Element[] = [];
  for (const outer of documents) {
    for (const frame of outer.querySelectorAll<HTMLIFrameElement>('iframe, frame')) {
      const inner = documents.length < MOST_DOCUMENTS ? frame.contentDocument : null;
      if (inner) documents.push(inner);
      else closed.push(frame);
    }
  }
  return { documents, closed };
}

/** The element in which a document stands; null for the page's own. */
export function frameOf({ defaultView }: Document): Element | null {
  return defaultView?.frameElement ?? null;
}

/** Where a frame shows its document, in the window of the document that it stands in. */
export function frameBox(frame: Element): Box {
  const { left, top } = frame.getBoundingClientRect();
  const style = getComputedStyle(frame);
  const px = (length: string) => Number.parseFloat(length) || 0;
  const x = left + frame.clientLeft + px(style.paddingLeft);
  const y = top + frame.clientTop + px(style.paddingTop);
  const width = frame.clientWidth - px(style.paddingLeft) - px(style.paddingRight);
  const height = frame.clientHeight - px(style.paddingTop) - px(style.paddingBottom);
  return { left: x, top: y, right: x + width, bottom: y + height };
}

/** A box of a document in the page's window, cut to what the frames around it show; null: nothing. */
export function shownInPage(document: Document, box: Box): Box | null {
  const frame = frameOf(document);
  if (!frame) return box;
  const around = frameBox(frame);
  const moved = intersect(moveBox(box, around.left, around.top), around);
  return moved && shownInPage(frame.ownerDocument, moved);
}

/** How far a document's window stands from the page's. */
export function offsetInPage(document: Document): { readonly x: number; readonly y: number } {
  const frame = frameOf(document);
  if (!frame) return { x: 0, y: 0 };
  const outer = offsetInPage(frame.ownerDocument);
  const { left, top } = frameBox(frame);
  return { x: outer.x + left, y: outer.y + top };
}

export function moveBox({ left, top, right, bottom }: Box, x: number, y: number): Box {
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}
