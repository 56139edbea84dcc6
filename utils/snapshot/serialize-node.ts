import { commentMarkup, escapeText, isSafeName, VOID_ELEMENTS } from './markup';
import {
  adoptedSheetsOf,
  characterData,
  firstChild,
  localName,
  namespaceUri,
  nextSibling,
  nodeType,
  qualifiedName,
} from './serialize-access';
import { HTML_NS, SVG_NS, writeAttributes } from './serialize-attributes';
import type { FrameContext } from './serialize-context';
import { canHaveShadow, writeSpecialElement } from './serialize-elements';
import { noteScroll } from './serialize-scroll';
import { sheetPieces } from './serialize-sheets';
import { noteTopLayer } from './serialize-top-layer';

/** Chromium's parser stops nesting at 512; scripts can go further, our recursion can't. */
const DEPTH_LIMIT = 1500;

/** How the children of an element are written. */
export interface NodeMode {
  readonly namespace: string | null;
  /** Inside a `<template>` or fallback content: nothing is shown or loaded. */
  readonly inert: boolean;
  readonly depth: number;
}

/** Writes all children of a node as markup that reads back as the same tree. */
export function writeChildren(context: FrameContext, parent: Node, mode: NodeMode): void {
  for (let node = firstChild(parent); node; node = nextSibling(node)) writeNode(context, node, mode);
}

/** Writes one node; processing instructions have no form in HTML and are left out. */
export function writeNode(context: FrameContext, node: Node, mode: NodeMode): void {
  const type = nodeType(node);
  if (type === 1) context.attempt('an element', () => writeElement(context, node as Element, mode));
  else if (type === 3 || type === 4) context.write(escapeText(characterData(node as Text)));
  else if (type === 8) {
    const data = characterData(node as Comment);
    context.addSource('comment', data, 'comment');
    context.write(commentMarkup(data));
  }
}

function writeElement(context: FrameContext, element: Element, mode: NodeMode): void {
  if (mode.depth > DEPTH_LIMIT) {
    context.limit(`elements nested deeper than ${DEPTH_LIMIT} were left out`);
    return;
  }
  const namespace = namespaceUri(element);
  if (namespace === HTML_NS && mode.namespace !== HTML_NS && mode.namespace !== null) {
    // HTML straight inside SVG or MathML is never painted, and the parser would move it out.
    context.remove('misplaced-element');
    return;
  }
  if (!mode.inert) {
    noteScroll(context, element);
    noteTopLayer(context, element);
  }
  if (writeSpecialElement(context, element, mode)) return;
  const tag = tagOf(element, namespace);
  context.write(`<${tag}`);
  writeAttributes(context, element, { inert: mode.inert, style: undefined });
  if (!mode.inert && isUndefinedElement(element, tag)) context.write(' data-osmotr-undefined=""');
  finishElement(context, element, tag, mode);
}

/** Closes the start tag, writes shadow root and children, and the end tag. */
export function finishElement(context: FrameContext, element: Element, tag: string, mode: NodeMode): void {
  const namespace = namespaceUri(element);
  context.write('>');
  if (namespace === HTML_NS && VOID_ELEMENTS.has(tag)) return;
  if (!mode.inert && namespace === HTML_NS && canHaveShadow(tag)) writeShadow(context, element, mode);
  if (tag === 'pre' || tag === 'listing') protectNewline(context, element);
  writeChildren(context, element, childMode(element, namespace, mode));
  context.write(`</${tag}>`);
}

function childMode(element: Element, namespace: string | null, mode: NodeMode): NodeMode {
  const name = localName(element);
  const integrates =
    namespace === SVG_NS
      ? name === 'foreignObject' || name === 'desc' || name === 'title'
      : /^(?:annotation-xml|m[ionst]|mtext)$/.test(name);
  return { namespace: integrates ? HTML_NS : namespace, inert: mode.inert, depth: mode.depth + 1 };
}

/** The parser swallows a first newline here. */
function protectNewline(context: FrameContext, element: Element): void {
  const first = firstChild(element);
  if (first && nodeType(first) === 3 && characterData(first as Text).startsWith('\n')) context.write('\n');
}

function tagOf(element: Element, namespace: string | null): string {
  const name = namespace === HTML_NS ? localName(element) : qualifiedName(element);
  return /^[a-z]/i.test(name) && isSafeName(name) ? name : 'osmotr-unnamed';
}

function isUndefinedElement(element: Element, tag: string): boolean {
  return (
    tag.includes('-') &&
    namespaceUri(element) === HTML_NS &&
    !Element.prototype.matches.call(element, ':defined')
  );
}

/** A shadow root, open or closed, as declarative shadow DOM with its adopted sheets. */
function writeShadow(context: FrameContext, host: Element, mode: NodeMode): void {
  const root = context.shadowOf(host);
  if (!root) return;
  context.shadows.set(host, root);
  const focus = root.delegatesFocus ? ' shadowrootdelegatesfocus=""' : '';
  context.write(`<template shadowrootmode="${root.mode}"${focus}>`);
  context.inScope(() => {
    writeChildren(context, root, { namespace: HTML_NS, inert: false, depth: mode.depth + 1 });
    writeAdoptedSheets(context, root);
  });
  context.write('</template>');
}

/** Constructed sheets of a document or shadow root; they count after all of its own sheets. */
export function writeAdoptedSheets(context: FrameContext, root: Document | ShadowRoot): void {
  for (const sheet of adoptedSheetsOf(root)) {
    if (sheet.disabled) continue;
    const media = sheet.media.mediaText;
    context.write('<style data-osmotr-was="adopted"');
    if (media) context.put({ k: 'style', attr: 'media', text: media });
    context.write('>');
    context.put({ k: 'sheet', raw: true, pieces: sheetPieces(context, sheet, context.baseUrl) });
    context.write('</style>');
  }
}
