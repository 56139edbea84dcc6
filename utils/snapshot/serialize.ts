import type { FrameSnapshot } from './frame-snapshot';
import { escapeAttribute } from './markup';
import {
  baseUriOf,
  characterSetOf,
  compatModeOf,
  contentTypeOf,
  doctypeOf,
  documentElementOf,
  documentUrlOf,
  firstChild,
  localName,
  namespaceUri,
  nextSibling,
  nodeType,
  referrerOf,
  titleOf,
} from './serialize-access';
import { HTML_NS, writeAttributes } from './serialize-attributes';
import { createFrameContext, type FrameContext } from './serialize-context';
import { framePath } from './serialize-frames';
import { writeAdoptedSheets, writeChildren, writeNode } from './serialize-node';
import { noteRootScroll } from './serialize-scroll';
import { collectText } from './serialize-text';

/**
 * Reads the frame in which it runs, as it stands: no request, no mutation, no event, nothing that the page
 * could notice. `shadowOf` gives an element's shadow root, open or closed; `pictures` is filled with
 * the pictures of the page by URL. Runs in an isolated world.
 */
export function serializeFrame(
  shadowOf: (element: Element) => ShadowRoot | null,
  pictures: Map<string, HTMLImageElement> = new Map(),
): FrameSnapshot {
  const { document } = window;
  const path = framePath(window);
  const baseUrl = baseUriOf(document);
  const context = createFrameContext({ document, window, baseUrl, path, shadowOf, pictures });
  if (path.length > 0) noteRootScroll(context);
  context.inScope(() => writeDocument(context));
  const doctype = doctypeOf(document);
  const root = documentElementOf(document);
  return {
    format: 'osmotr-frame/1',
    path,
    url: documentUrlOf(document),
    baseUrl,
    title: titleOf(document),
    language: (root && (root as HTMLElement).lang) || '',
    charset: characterSetOf(document),
    contentType: contentTypeOf(document),
    referrer: referrerOf(document),
    timeOrigin: performance.timeOrigin,
    quirks: compatModeOf(document) === 'BackCompat',
    doctype: doctype && { name: doctype.name, publicId: doctype.publicId, systemId: doctype.systemId },
    viewport: {
      width: window.innerWidth,
      height: window.innerHeight,
      devicePixelRatio: window.devicePixelRatio,
      scrollX: window.scrollX,
      scrollY: window.scrollY,
      pageWidth: root?.scrollWidth ?? 0,
      pageHeight: root?.scrollHeight ?? 0,
    },
    parts: context.parts,
    places: context.places,
    text: collectText(context),
    sources: context.sources,
    removed: context.removed,
    limits: context.limits,
  };
}

function writeDocument(context: FrameContext): void {
  for (let node = firstChild(context.document); node; node = nextSibling(node)) {
    if (nodeType(node) === 1) writeRoot(context, node as Element);
    else if (nodeType(node) === 8) writeNode(context, node, { namespace: HTML_NS, inert: false, depth: 0 });
  }
}

function writeRoot(context: FrameContext, root: Element): void {
  const isHtml = namespaceUri(root) === HTML_NS && localName(root) === 'html';
  const { scrollX, scrollY } = context.window;
  context.write(`<html data-osmotr-scroll="${scrollX} ${scrollY}"`);
  context.write(` data-osmotr-base="${escapeAttribute(context.baseUrl)}"`);
  if (isHtml) writeAttributes(context, root, {});
  context.write('>');
  if (isHtml) writeChildren(context, root, { namespace: HTML_NS, inert: false, depth: 0 });
  else writeForeignRoot(context, root);
  writeAdoptedSheets(context, context.document);
}

/** A bare SVG or XML document: its root fills the body as it filled the window. */
function writeForeignRoot(context: FrameContext, root: Element): void {
  const { width, height } = root.getBoundingClientRect();
  context.extraStyles.set(root, `display:block;width:${width}px;height:${height}px`);
  context.write('<head></head><body style="margin:0">');
  writeNode(context, root, { namespace: HTML_NS, inert: false, depth: 1 });
  context.write('</body>');
}
