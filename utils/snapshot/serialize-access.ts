/**
 * Reads of the DOM that a hostile page can't bend. `<form><input name="attributes">` and `<img name="body">`
 * put elements in the place of properties, in every world; the prototypes' own accessors don't look there.
 */
function reader<T extends object, R>(owner: () => object, name: string): (target: T) => R {
  let get: (() => unknown) | undefined;
  return (target) => {
    if (!get) {
      get = Object.getOwnPropertyDescriptor(owner(), name)?.get;
      if (!get) throw new Error(`this browser has no ${name}`);
    }
    return get.call(target) as R;
  };
}

const node = () => Node.prototype;
const element = () => Element.prototype;
const doc = () => Document.prototype;

export const nodeType = reader<Node, number>(node, 'nodeType');
export const firstChild = reader<Node, Node | null>(node, 'firstChild');
export const nextSibling = reader<Node, Node | null>(node, 'nextSibling');
export const parentNode = reader<Node, ParentNode | null>(node, 'parentNode');
export const textContent = reader<Node, string | null>(node, 'textContent');
export const characterData = reader<CharacterData, string>(() => CharacterData.prototype, 'data');
export const renderedText = reader<HTMLElement, string>(() => HTMLElement.prototype, 'innerText');
export const localName = reader<Element, string>(element, 'localName');
export const namespaceUri = reader<Element, string | null>(element, 'namespaceURI');
export const qualifiedName = reader<Element, string>(element, 'tagName');
export const scrollTopOf = reader<Element, number>(element, 'scrollTop');
export const scrollLeftOf = reader<Element, number>(element, 'scrollLeft');
export const scrollWidthOf = reader<Element, number>(element, 'scrollWidth');
export const scrollHeightOf = reader<Element, number>(element, 'scrollHeight');
export const assignedSlot = reader<Element, HTMLSlotElement | null>(element, 'assignedSlot');
export const documentElementOf = reader<Document, Element | null>(doc, 'documentElement');
export const bodyOf = reader<Document, HTMLElement | null>(doc, 'body');
export const doctypeOf = reader<Document, DocumentType | null>(doc, 'doctype');
export const titleOf = reader<Document, string>(doc, 'title');
export const characterSetOf = reader<Document, string>(doc, 'characterSet');
export const contentTypeOf = reader<Document, string>(doc, 'contentType');
export const referrerOf = reader<Document, string>(doc, 'referrer');
export const compatModeOf = reader<Document, string>(doc, 'compatMode');
export const readyStateOf = reader<Document, DocumentReadyState>(doc, 'readyState');
export const documentUrlOf = reader<Document, string>(doc, 'URL');
export const baseUriOf = reader<Node, string>(node, 'baseURI');
export const adoptedSheetsOf = (root: Document | ShadowRoot): readonly CSSStyleSheet[] =>
  nodeType(root) === 9 ? documentSheets(root as Document) : (root as ShadowRoot).adoptedStyleSheets;

/** Sheets of the tree's own `<style>` and `<link>` elements. */
export const styleSheetsOf = (root: Document | ShadowRoot): StyleSheetList =>
  nodeType(root) === 9 ? documentStyleSheets(root as Document) : (root as ShadowRoot).styleSheets;

const documentStyleSheets = reader<Document, StyleSheetList>(doc, 'styleSheets');
const documentSheets = reader<Document, readonly CSSStyleSheet[]>(doc, 'adoptedStyleSheets');

/** Attribute by its qualified name, past a form control named `getAttribute`. */
export function attribute(target: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(target, name);
}

/** Qualified names of all attributes; unlike `attributes`, it makes no node for each of them. */
export function attributeNames(target: Element): string[] {
  return Element.prototype.getAttributeNames.call(target);
}

/** `matches` past a form control of that name; false for a selector that this browser doesn't know. */
export function matchesSelector(target: Element, selector: string): boolean {
  try {
    return Element.prototype.matches.call(target, selector);
  } catch {
    return false;
  }
}

/** Border box of an element in the viewport of its frame. */
export function boundingRect(target: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(target);
}

/** Gives a way to read the box around characters of a text node: one range for all, never a selection of the page. */
export function rangeRect(document: Document): (node: Text, from: number, to: number) => DOMRect {
  const range = Document.prototype.createRange.call(document);
  return (node, from, to) => {
    range.setStart(node, from);
    range.setEnd(node, to);
    return range.getBoundingClientRect();
  };
}

/** A canvas of our own that is never put into the page. */
export function detachedCanvas(document: Document, width: number, height: number): HTMLCanvasElement {
  const canvas = Document.prototype.createElement.call(document, 'canvas') as HTMLCanvasElement;
  canvas.width = width;
  canvas.height = height;
  return canvas;
}
