import type { FrameSnapshot } from './frame-snapshot';
import { escapeAttribute } from './markup';
import {
  baseUriOf,
  bodyOf,
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
  readyStateOf,
  referrerOf,
  scrollHeightOf,
  scrollWidthOf,
  titleOf,
} from './serialize-access';
import { HTML_NS, writeAttributes } from './serialize-attributes';
import { createFrameContext, type FrameContext } from './serialize-context';
import { framePath } from './serialize-frames';
import { writeAdoptedSheets, writeChildren, writeNode } from './serialize-node';
import { repairSheets } from './serialize-repair';
import { noteRootScroll } from './serialize-scroll';
import { collectText } from './serialize-text';

/** What the frame's script knows of its browser. */
export interface SerializeOptions {
  /** An element's shadow root, open or closed. */
  readonly shadowOf: (element: Element) => ShadowRoot | null;
  /** Is filled with the pictures of the page by URL. */
  readonly pictures: Map<string, HTMLImageElement>;
  /** Reading the HTTP cache can't be seen by the page. */
  readonly fetches: boolean;
}

/**
 * Reads the frame in which it runs, as it stands when it is called: no request, no mutation, no event,
 * nothing that the page could notice. Runs in an isolated world.
 */
export async function serializeFrame(options: SerializeOptions): Promise<FrameSnapshot> {
  const { shadowOf, pictures, fetches } = options;
  const { document } = window;
  const path = framePath(window);
  const baseUrl = baseUriOf(document);
  const context = createFrameContext({ document, window, baseUrl, path, shadowOf, pictures });
  if (path.length > 0) noteRootScroll(context);
  context.inScope(() => writeDocument(context));
  const doctype = doctypeOf(document);
  const root = documentElementOf(document);
  const snapshot: FrameSnapshot = {
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
    navigation: navigationOf(documentUrlOf(document)),
    loading: readyStateOf(document) === 'loading',
    quirks: compatModeOf(document) === 'BackCompat',
    doctype: doctype && { name: doctype.name, publicId: doctype.publicId, systemId: doctype.systemId },
    viewport: {
      width: window.innerWidth,
      height: window.innerHeight,
      devicePixelRatio: window.devicePixelRatio,
      scrollX: window.scrollX,
      scrollY: window.scrollY,
      ...pageSize(document),
    },
    loaded: loadedUrls(),
    parts: context.parts,
    places: context.places,
    ...collectText(context),
    sources: context.sources,
    removed: context.removed,
    limits: context.limits,
  };
  await repairSheets(context, fetches);
  const left = context.dataUrlsLeft();
  if (left > 0)
    context.limit(`files in data: URLs that are too much for one page and were left out: ${left}`);
  return snapshot;
}

/** How far the page reaches, in CSS pixels, the window's own size at least; without a document type its body says so. */
function pageSize(document: Document): { pageWidth: number; pageHeight: number } {
  const isQuirky = compatModeOf(document) === 'BackCompat';
  const scrolled = [documentElementOf(document), isQuirky ? bodyOf(document) : null].filter(
    (it) => it !== null,
  );
  return {
    pageWidth: Math.max(0, ...scrolled.map(scrollWidthOf)),
    pageHeight: Math.max(0, ...scrolled.map(scrollHeightOf)),
  };
}

function navigationOf(url: string): FrameSnapshot['navigation'] {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return { url: entry?.name ?? url, protocol: entry?.nextHopProtocol || null };
}

/** Resource Timing keeps 250 entries unless a page says otherwise; an empty list may have been cleared. */
function loadedUrls(): string[] | null {
  const names = performance.getEntriesByType('resource').map(({ name }) => name);
  return names.length > 0 && names.length < 250 ? [...new Set(names)] : null;
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
