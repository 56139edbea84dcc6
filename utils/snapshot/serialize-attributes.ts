import type { ResourceKind } from './frame-snapshot';
import { escapeAttribute, isSafeName, isScriptUrl } from './markup';
import { RENAMED_ATTRIBUTES } from './renamed-attributes';
import { attribute, attributeNames, localName, namespaceUri } from './serialize-access';
import type { FrameContext } from './serialize-context';
import { contentRect } from './serialize-geometry';

export const HTML_NS = 'http://www.w3.org/1999/xhtml';
export const SVG_NS = 'http://www.w3.org/2000/svg';

/** Attributes that mean nothing without a network. */
const DROPPED_ATTRIBUTES = new Set(['nonce', 'integrity', 'crossorigin', 'shadowrootmode', 'http-equiv']);

const SOURCE_ATTRIBUTES = new Set(
  'title alt aria-label aria-description aria-placeholder value content placeholder action src poster label'.split(
    ' ',
  ),
);

/** How one element's attributes differ from what stands in the DOM. */
export interface AttributeChanges {
  /** Left out, because the caller writes them. */
  readonly omit?: ReadonlySet<string>;
  /** CSS declarations appended to `style`. */
  readonly style?: string;
  /** Inside a `<template>`: nothing is loaded, so nothing is embedded. */
  readonly inert?: boolean;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Writes all attributes of an element, made inert; gathers indicator sources on the way. */
export function writeAttributes(context: FrameContext, element: Element, changes: AttributeChanges): void {
  const omit = changes.omit ?? NOTHING;
  const extra = [context.extraStyles.get(element), changes.style].filter(Boolean).join(';');
  let styled = false;
  for (const name of attributeNames(element)) {
    const value = attribute(element, name);
    // A name with capitals, set by script with a namespace, can't be read back by name in HTML.
    if (value === null) {
      context.remove('unsafe-attribute');
      continue;
    }
    gatherSource(context, element, name, value);
    if (omit.has(name) || DROPPED_ATTRIBUTES.has(name)) continue;
    if (name === 'style') {
      styled = true;
      writeStyle(context, extra ? `${value.replace(/[;\s]+$/, '')};${extra}` : value);
    } else {
      writeAttribute(context, element, name, value, changes.inert === true);
    }
  }
  if (!styled && extra) writeStyle(context, extra);
  context.write(context.marks.get(element) ?? '');
}

function writeStyle(context: FrameContext, text: string): void {
  if (/[(\\]/.test(text)) context.put({ k: 'style', attr: 'style', text });
  else context.write(` style="${escapeAttribute(text)}"`);
}

function writeAttribute(
  context: FrameContext,
  element: Element,
  name: string,
  value: string,
  inert: boolean,
): void {
  if (!isSafeName(name)) {
    context.remove('unsafe-attribute');
    return;
  }
  // Our own marks can only be ours.
  if (/^data-osmotr/i.test(name)) {
    context.remove('reserved-attribute');
    return;
  }
  if (/^on/i.test(name)) {
    context.remove('event-handler');
    return;
  }
  const bare = name === 'xlink:href' ? 'href' : name.toLowerCase();
  if (RENAMED_ATTRIBUTES.has(bare)) {
    writeRenamed(context, element, name, bare, value, inert);
    return;
  }
  if (isScriptUrl(value)) {
    context.remove('javascript-url');
    return;
  }
  if (namespaceUri(element) === SVG_NS && /url\(/i.test(value) && /^[\w:-]+$/.test(name)) {
    context.put({ k: 'style', attr: name, text: value });
    return;
  }
  context.write(` ${name}="${escapeAttribute(value)}"`);
}

/** The original under its inert name, and, where the element needs a live value, an inert one. */
function writeRenamed(
  context: FrameContext,
  element: Element,
  name: string,
  bare: string,
  value: string,
  inert: boolean,
): void {
  if (isScriptUrl(value)) {
    context.remove('javascript-url');
    context.write(` data-osmotr-${bare}=""`);
  } else {
    context.write(` data-osmotr-${bare}="${escapeAttribute(shortened(bare, value))}"`);
  }
  if (bare === 'href') writeHref(context, element, name, value, inert);
  else if (bare === 'background' && !inert) writeResource(context, 'background', value, 'img');
}

/** The data URL itself is embedded elsewhere, or was a document that stands in its own frame. */
function shortened(name: string, value: string): string {
  if (name === 'srcdoc') return '';
  return value.length > 96 && /^\s*data:/i.test(value) ? value.slice(0, 64) : value;
}

/** Links keep their look (`:any-link`), not their target: `#`, or the fragment they had. */
function writeHref(
  context: FrameContext,
  element: Element,
  name: string,
  value: string,
  inert: boolean,
): void {
  const tag = localName(element);
  if (value.startsWith('#')) {
    context.write(` ${name}="${escapeAttribute(value)}"`);
    return;
  }
  if (tag === 'a' || tag === 'area') {
    context.write(` ${name}="#"`);
    return;
  }
  if (inert || namespaceUri(element) !== SVG_NS) return;
  if (tag === 'use') {
    const url = context.resolve(value);
    if (url) context.put({ k: 'use', attr: name, url, scope: context.scope() });
  } else if (tag === 'image' || tag === 'feImage') {
    const url = context.resolve(value);
    if (!url) return;
    const place = context.addPlace('svg', url, contentRect(context, element));
    context.put({ k: 'url', attr: name, url, kind: 'svg', place });
  }
}

/** An attribute that is to hold the bytes of `value`. */
export function writeResource(context: FrameContext, attr: string, value: string, kind: ResourceKind): void {
  const url = value.trim() ? context.resolve(value) : null;
  if (url && !isScriptUrl(url)) context.put({ k: 'url', attr, url, kind });
}

function gatherSource(context: FrameContext, element: Element, name: string, value: string): void {
  if (!value || value.startsWith('data:')) return;
  if ((name === 'value' || name === 'placeholder') && isSecretField(element)) return;
  const tag = localName(element);
  const place = `${tag}[${name}]`;
  if (name === 'href' || name === 'xlink:href') {
    const hasScheme = /^[a-z][a-z\d+.-]*:/i.test(value.trim());
    const text = hasScheme ? value : value.startsWith('#') ? null : context.resolve(value);
    if (text) context.addSource('href', text, place);
  } else if (tag === 'meta' && name === 'content') {
    const key =
      attribute(element, 'name') ?? attribute(element, 'property') ?? attribute(element, 'http-equiv');
    context.addSource('meta', value, key ? `meta[${key}]` : place);
  } else if (name.startsWith('on')) {
    context.addSource('script', value, place);
  } else if (name.startsWith('data-') || SOURCE_ATTRIBUTES.has(name)) {
    context.addSource('attribute', value, place);
  }
}

/** Fields whose content is never read: passwords, also while they are shown in clear. */
export function isSecretField(element: Element): boolean {
  if (localName(element) !== 'input') return false;
  const type = (attribute(element, 'type') ?? '').toLowerCase();
  const autocomplete = (attribute(element, 'autocomplete') ?? '').toLowerCase();
  return type === 'password' || /(?:current|new)-password|one-time-code/.test(autocomplete);
}
