import { escapeAttribute, escapeText, isScriptUrl } from './markup';
import {
  attribute,
  bodyOf,
  firstChild,
  localName,
  namespaceUri,
  nextSibling,
  nodeType,
  textContent,
} from './serialize-access';
import { HTML_NS, SVG_NS, writeAttributes, writeResource } from './serialize-attributes';
import type { FrameContext } from './serialize-context';
import { writeInput, writeOptionTag, writeTextarea } from './serialize-forms';
import { writeFrameElement, writeObject } from './serialize-frames';
import { canvasStyle, mentionMedia, writeImage, writeVideoTag } from './serialize-media';
import { finishElement, type NodeMode, writeChildren } from './serialize-node';
import { inlineSheetPieces, sheetPieces } from './serialize-sheets';

const SHADOW_HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

/** Elements on which a page may attach a shadow root (DOM, `attachShadow`); others only have the browser's own. */
export function canHaveShadow(tag: string): boolean {
  return SHADOW_HOSTS.has(tag) || tag.includes('-');
}

type Writer = (context: FrameContext, element: Element, mode: NodeMode) => void;

const PRELOADS = /\b(?:preload|prefetch|modulepreload|preconnect|dns-prefetch|prerender)\b/i;

/** Writes an element that can't be written as it stands; false if it can. */
export function writeSpecialElement(context: FrameContext, element: Element, mode: NodeMode): boolean {
  const namespace = namespaceUri(element);
  const name = localName(element);
  const writer =
    namespace === HTML_NS ? HTML_WRITERS.get(name) : namespace === SVG_NS ? SVG_WRITERS.get(name) : null;
  if (!writer) return false;
  writer(context, element, mode);
  return true;
}

/** Stands where an element was taken out, so that `:nth-child` and `+` still count right. */
function writePlaceholder(context: FrameContext, what: string): void {
  context.write(`<template data-osmotr-was="${what}"></template>`);
}

function writeScript(context: FrameContext, element: Element): void {
  context.remove('script');
  const src = attribute(element, 'src') ?? attribute(element, 'href') ?? attribute(element, 'xlink:href');
  if (src) context.addSource('attribute', context.resolve(src) ?? src, 'script[src]');
  const type = attribute(element, 'type');
  context.addSource('script', textContent(element) ?? '', type ? `script[type=${type}]` : 'script');
  if (namespaceUri(element) === HTML_NS) writePlaceholder(context, 'script');
}

function writeStyleElement(context: FrameContext, element: Element, mode: NodeMode): void {
  const style = element as HTMLStyleElement;
  const raw = namespaceUri(element) === HTML_NS;
  const type = attribute(element, 'type');
  const isCss = !type || type.toLowerCase() === 'text/css';
  context.write('<style');
  if (style.sheet?.disabled) {
    writeAttributes(context, element, { omit: new Set(['media']), inert: mode.inert });
    context.write(
      ` media="not all" data-osmotr-media="${escapeAttribute(attribute(element, 'media') ?? '')}"`,
    );
  } else {
    writeAttributes(context, element, { inert: mode.inert });
  }
  context.write('>');
  const text = textContent(element) ?? '';
  if (isCss) {
    const pieces = mode.inert
      ? [{ text, base: context.baseUrl }]
      : inlineSheetPieces(context, style.sheet, text);
    context.put({ k: 'sheet', raw, pieces });
  }
  context.write('</style>');
}

function writeLink(context: FrameContext, element: Element, mode: NodeMode): void {
  const link = element as HTMLLinkElement;
  const rel = attribute(element, 'rel') ?? '';
  const href = attribute(element, 'href');
  if (/\bstylesheet\b/i.test(rel) && href !== null && !mode.inert) {
    writeStylesheet(context, link, href);
    return;
  }
  if (PRELOADS.test(rel)) {
    context.remove('preload');
    writeAttributes({ ...context, write: () => undefined, put: () => undefined }, element, {});
    writePlaceholder(context, 'link');
    return;
  }
  context.write('<link');
  writeAttributes(context, element, { inert: mode.inert });
  if (/\bicon\b/i.test(rel) && href && !mode.inert) writeResource(context, 'href', href, 'icon');
  context.write('>');
}

const LINK_ONLY = new Set(['type', 'media', 'disabled', 'rel']);
const LINK_ONLY_AND_TITLE = new Set([...LINK_ONLY, 'title']);

function writeStylesheet(context: FrameContext, link: HTMLLinkElement, href: string): void {
  const { sheet } = link;
  // Chromium says `disabled: false` of an alternate sheet that it does not apply.
  const isAlternate =
    /\balternate\b/i.test(attribute(link, 'rel') ?? '') && attribute(link, 'title') !== null;
  const off = link.disabled || isAlternate || sheet?.disabled === true;
  context.write('<style data-osmotr-was="link"');
  writeAttributes(context, link, { omit: isAlternate ? LINK_ONLY_AND_TITLE : LINK_ONLY });
  const media = attribute(link, 'media');
  if (off || media) context.write(` media="${off ? 'not all' : escapeAttribute(media ?? '')}"`);
  context.write('>');
  if (!off) {
    const url = context.resolve(href);
    const pieces = sheet
      ? sheetPieces(context, sheet, context.baseUrl)
      : url
        ? [{ href: url, prefix: '', suffix: '' }]
        : [];
    context.put({ k: 'sheet', raw: true, pieces });
  }
  context.write('</style>');
}

const HARMLESS_HTTP_EQUIV = new Set(['content-language', 'x-ua-compatible']);

function writeMeta(context: FrameContext, element: Element, mode: NodeMode): void {
  const equiv = attribute(element, 'http-equiv')?.trim().toLowerCase();
  const quiet = { ...context, write: () => undefined, put: () => undefined };
  if (attribute(element, 'charset') !== null || equiv === 'content-type') {
    writeAttributes(quiet, element, {});
    return;
  }
  if (equiv && !HARMLESS_HTTP_EQUIV.has(equiv)) {
    context.remove(equiv.startsWith('content-security-policy') ? 'csp' : `meta-${equiv}`);
    writeAttributes(quiet, element, {});
    return;
  }
  context.write('<meta');
  writeAttributes(context, element, { inert: mode.inert });
  context.write('>');
}

function writeBase(context: FrameContext, element: Element): void {
  context.remove('base');
  const href = attribute(element, 'href');
  if (href && !isScriptUrl(href)) context.addSource('href', href, 'base[href]');
}

/** With scripting on, its content is text and unseen; with scripting off, it is part of the page. */
function writeNoscript(context: FrameContext, element: Element, mode: NodeMode): void {
  let isPage = false;
  for (let node = firstChild(element); node; node = nextSibling(node)) isPage ||= nodeType(node) === 1;
  if (isPage) {
    context.write('<osmotr-noscript');
    writeAttributes(context, element, { inert: mode.inert });
    finishElement(context, element, 'osmotr-noscript', mode);
    return;
  }
  const text = textContent(element) ?? '';
  context.addSource('script', text, 'noscript');
  context.write('<noscript');
  writeAttributes(context, element, { inert: true });
  context.write(`><template>${escapeText(text)}</template></noscript>`);
}

function writeTemplate(context: FrameContext, element: Element, mode: NodeMode): void {
  context.write('<template');
  writeAttributes(context, element, { inert: true });
  context.write('>');
  const content = (element as HTMLTemplateElement).content;
  writeChildren(context, content, { namespace: HTML_NS, inert: true, depth: mode.depth + 1 });
  context.write('</template>');
}

function writeCanvas(context: FrameContext, element: Element, mode: NodeMode): void {
  context.write('<canvas');
  const style = mode.inert ? undefined : canvasStyle(context, element as HTMLCanvasElement);
  writeAttributes(context, element, { style, inert: mode.inert });
  context.write('><template data-osmotr-was="fallback">');
  writeChildren(context, element, { namespace: HTML_NS, inert: true, depth: mode.depth + 1 });
  context.write('</template></canvas>');
}

function writeVideo(context: FrameContext, element: Element, mode: NodeMode): void {
  writeVideoTag(context, element as HTMLVideoElement, mode.inert);
  writeChildren(context, element, { namespace: HTML_NS, inert: true, depth: mode.depth + 1 });
  context.write('</video>');
}

function writeAudio(context: FrameContext, element: Element, mode: NodeMode): void {
  context.write('<audio');
  writeAttributes(context, element, { inert: mode.inert });
  mentionMedia(context, element as HTMLAudioElement, mode.inert);
  context.write('>');
  writeChildren(context, element, { namespace: HTML_NS, inert: true, depth: mode.depth + 1 });
  context.write('</audio>');
}

/** Elements whose content the parser reads as raw text, under a name whose content it doesn't. */
function writeRenamedElement(tag: string): Writer {
  return (context, element, mode) => {
    context.write(`<${tag} data-osmotr-was="${localName(element)}"`);
    writeAttributes(context, element, { inert: mode.inert });
    context.write(`>${tag === 'pre' ? '\n' : ''}${escapeText(textContent(element) ?? '')}</${tag}>`);
  };
}

/** A second `<html>`, `<head>` or `<body>` deeper in the tree would be read as attributes of the first. */
function writeStructure(context: FrameContext, element: Element, mode: NodeMode): void {
  const name = localName(element);
  const isOwn = element === bodyOf(context.document) || mode.depth <= 1;
  const tag = isOwn ? name : `osmotr-${name}`;
  context.write(`<${tag}`);
  writeAttributes(context, element, { inert: mode.inert });
  finishElement(context, element, tag, mode);
}

const HTML_WRITERS = new Map<string, Writer>([
  ['script', writeScript],
  ['style', writeStyleElement],
  ['link', writeLink],
  ['meta', writeMeta],
  ['base', writeBase],
  ['noscript', writeNoscript],
  ['template', writeTemplate],
  ['canvas', writeCanvas],
  ['img', (context, element, mode) => writeImage(context, element as HTMLImageElement, mode.inert)],
  ['video', writeVideo],
  ['audio', writeAudio],
  ['input', (context, element, mode) => writeInput(context, element as HTMLInputElement, mode.inert)],
  [
    'textarea',
    (context, element, mode) => writeTextarea(context, element as HTMLTextAreaElement, mode.inert),
  ],
  [
    'option',
    (context, element, mode) => {
      writeOptionTag(context, element as HTMLOptionElement, mode.inert);
      writeChildren(context, element, { ...mode, depth: mode.depth + 1 });
      context.write('</option>');
    },
  ],
  ['iframe', writeFrameElement],
  ['frame', writeFrameElement],
  ['object', writeObject],
  ['embed', writeObject],
  ['plaintext', writeRenamedElement('pre')],
  ['xmp', writeRenamedElement('pre')],
  ['noembed', writeRenamedElement('template')],
  ['noframes', writeRenamedElement('template')],
  ['head', writeStructure],
  ['body', writeStructure],
  ['html', writeStructure],
]);

const SVG_WRITERS = new Map<string, Writer>([
  ['script', writeScript],
  ['style', writeStyleElement],
]);
