import type { Rect } from './frame-snapshot';
import {
  attribute,
  bodyOf,
  characterData,
  documentElementOf,
  firstChild,
  localName,
  namespaceUri,
  nextSibling,
  nodeType,
  textContent,
} from './serialize-access';
import { HTML_NS, isSecretField } from './serialize-attributes';
import type { FrameContext } from './serialize-context';
import { findGenerated, type GeneratedText } from './serialize-generated';
import { createTextPlaces, type TextPlaces } from './serialize-text-places';

const SILENT = new Set(
  'script style template noscript canvas video audio head title meta link base datalist optgroup option'.split(
    ' ',
  ),
);
const DEPTH_LIMIT = 1500;

/** Lines of text, and where each stands: see `FrameSnapshot`. */
interface CollectedText {
  readonly text: (string | number)[];
  readonly textRects: (Rect | null)[];
}

interface TextWriter {
  readonly generated: GeneratedText;
  readonly places: TextPlaces;
  /** White space as in the source if `keep`, else runs of it are one space. `from`: the node or control that shows it. */
  text(value: string, keep: boolean, from: Text | Element): void;
  space(): void;
  breakLine(): void;
  frame(place: number): void;
}

/**
 * Visible text of the frame in reading order (flat tree: shadow roots and slots as shown), one block a line.
 * Letters are those of the document: `text-transform` is not applied, for it would ruin an address.
 */
export function collectText(context: FrameContext): CollectedText {
  const out: CollectedText = { text: [], textRects: [] };
  const writer = createWriter(out, findGenerated(context), createTextPlaces(context));
  const root = bodyOf(context.document) ?? documentElementOf(context.document);
  if (root && bodyOf(context.document) === null && namespaceUri(root) === null) {
    // Bare XML: browsers show it by a view of their own, which is out of reach.
    writer.text(textContent(root) ?? '', true, root);
  } else if (root) {
    walk(context, root, writer, true, 0);
  }
  writer.breakLine();
  return out;
}

function createWriter(out: CollectedText, generated: GeneratedText, places: TextPlaces): TextWriter {
  // Looking at the end of a string that has just grown costs its whole length: a line may have a million pieces.
  let pieces: string[] = [];
  let endsInSpace = false;
  let pending = false;
  const put = (piece: string) => {
    if (!piece) return;
    pieces.push(piece);
    endsInSpace = piece.endsWith(' ');
  };
  const flush = () => {
    const text = pieces.join('').trim();
    pieces = [];
    pending = false;
    const rect = places.takeLine();
    if (!text) return;
    out.text.push(text);
    out.textRects.push(rect);
  };
  return {
    generated,
    places,
    text(value, keep, from) {
      const rows = keep ? rowsOf(value) : [{ row: value, start: 0 }];
      rows.forEach(({ row, start }, i) => {
        if (i > 0) flush();
        const compact = row.replace(/[\s\u00a0]+/g, ' ');
        if (!compact) return;
        if (compact !== ' ') addPlace(places, from, start, start + row.length);
        if ((pending || compact.startsWith(' ')) && pieces.length > 0 && !endsInSpace) put(' ');
        pending = false;
        put(pieces.length > 0 ? compact.replace(/^ /, '') : compact.trimStart());
      });
    },
    space() {
      pending = true;
    },
    breakLine: flush,
    frame(place) {
      flush();
      out.text.push(place);
      out.textRects.push(null);
    },
  };
}

function rowsOf(value: string): { row: string; start: number }[] {
  const rows: { row: string; start: number }[] = [];
  let start = 0;
  for (const { 0: end, index } of value.matchAll(/\r\n|[\r\n\f]/g)) {
    rows.push({ row: value.slice(start, index), start });
    start = index + end.length;
  }
  return [...rows, { row: value.slice(start), start }];
}

function addPlace(places: TextPlaces, from: Text | Element, start: number, end: number): void {
  if (nodeType(from) === 3) places.addText(from as Text, start, end);
  else places.addElement(from as Element);
}

function walk(
  context: FrameContext,
  element: Element,
  writer: TextWriter,
  visible: boolean,
  depth: number,
): void {
  if (depth > DEPTH_LIMIT || SILENT.has(localName(element))) return;
  const style = context.window.getComputedStyle(element);
  const { display } = style;
  if (display === 'none') return;
  const shown = display === 'contents' ? visible : style.visibility === 'visible';
  const block = isBlock(display);
  const leave = writer.places.enter(element, style);
  if (block) writer.breakLine();
  else if (display !== 'inline' && display !== 'contents') writer.space();
  if (!writeReplaced(context, element, writer, shown) && style.contentVisibility !== 'hidden') {
    if (shown) writer.text(writer.generated.before(element), false, element);
    walkChildren(context, element, writer, shown, keepsLines(style.whiteSpace), depth);
    if (shown) writer.text(writer.generated.after(element), false, element);
  }
  if (block) writer.breakLine();
  else if (display !== 'inline' && display !== 'contents') writer.space();
  leave();
}

function isBlock(display: string): boolean {
  return !/^(?:inline|contents|ruby|table-cell|table-column)|math/.test(display);
}

function keepsLines(whiteSpace: string): boolean {
  return /^(?:pre|break-spaces|preserve)/.test(whiteSpace);
}

function walkChildren(
  context: FrameContext,
  element: Element,
  writer: TextWriter,
  visible: boolean,
  keep: boolean,
  depth: number,
): void {
  if (isClosedDetails(element)) {
    walkSummary(context, element, writer, visible, depth);
    return;
  }
  const shadow = context.shadows.get(element);
  const visit = (node: Node) => {
    const type = nodeType(node);
    if (type === 3 && visible) writer.text(characterData(node as Text), keep, node as Text);
    else if (type === 1) walk(context, node as Element, writer, visible, depth + 1);
  };
  const assigned = localName(element) === 'slot' ? (element as HTMLSlotElement).assignedNodes() : [];
  if (assigned.length > 0) {
    assigned.forEach(visit);
    return;
  }
  for (let node = firstChild(shadow ?? element); node; node = nextSibling(node)) visit(node);
}

function isClosedDetails(element: Element): boolean {
  return (
    localName(element) === 'details' &&
    namespaceUri(element) === HTML_NS &&
    attribute(element, 'open') === null
  );
}

function walkSummary(
  context: FrameContext,
  details: Element,
  writer: TextWriter,
  visible: boolean,
  depth: number,
): void {
  for (let node = firstChild(details); node; node = nextSibling(node)) {
    if (nodeType(node) !== 1 || localName(node as Element) !== 'summary') continue;
    walk(context, node as Element, writer, visible, depth + 1);
    return;
  }
}

/** Elements whose text is not in their children; true if the element is done. */
function writeReplaced(
  context: FrameContext,
  element: Element,
  writer: TextWriter,
  visible: boolean,
): boolean {
  if (namespaceUri(element) !== HTML_NS) return false;
  switch (localName(element)) {
    case 'br':
      writer.breakLine();
      return true;
    case 'iframe':
    case 'frame':
    case 'object': {
      const place = context.framePlaces.get(element);
      if (place === undefined) return localName(element) !== 'object';
      if (visible) writer.frame(place);
      return true;
    }
    case 'input':
      if (visible) writer.text(inputText(element as HTMLInputElement), false, element);
      return true;
    case 'textarea':
      if (visible) writer.text((element as HTMLTextAreaElement).value, true, element);
      return true;
    case 'select':
      if (visible) writeSelect(element as HTMLSelectElement, writer);
      return true;
    default:
      return false;
  }
}

function inputText(input: HTMLInputElement): string {
  if (isSecretField(input) || /^(?:hidden|checkbox|radio|range|color|file|image)$/.test(input.type))
    return '';
  return input.value || input.placeholder;
}

function writeSelect(select: HTMLSelectElement, writer: TextWriter): void {
  const isList = select.multiple || select.size > 1;
  for (const option of Array.from(select.options)) {
    if (!isList && !option.selected) continue;
    writer.text(option.text, false, select);
    if (isList) writer.breakLine();
  }
}
