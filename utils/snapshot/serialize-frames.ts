import { attribute, firstChild, localName, nextSibling, nodeType } from './serialize-access';
import { writeAttributes } from './serialize-attributes';
import type { FrameContext } from './serialize-context';
import { contentRect } from './serialize-geometry';
import { finishElement, type NodeMode } from './serialize-node';

/** Path of a window: list of i with `parent.frames[i] === window`; -1 where its parent doesn't list it (shadow trees). */
export function framePath(start: Window): number[] {
  const path: number[] = [];
  let current: Window = start;
  while (current !== current.parent) {
    path.unshift(frameIndex(current.parent, current) ?? -1);
    current = current.parent;
  }
  return path;
}

/** Index of `child` in `parent.frames`; null if it is not listed. */
export function frameIndex(parent: Window, child: Window | null): number | null {
  if (!child) return null;
  for (let i = 0; i < parent.length; i++) if (parent[i] === child) return i;
  return null;
}

/** `<iframe>` or `<frame>`: its document is another snapshot, put in by the assembler. */
export function writeFrameElement(context: FrameContext, element: Element, mode: NodeMode): void {
  const frame = element as HTMLIFrameElement;
  const tag = localName(element) === 'frame' ? 'frame' : 'iframe';
  context.write(`<${tag}`);
  writeAttributes(context, element, { inert: mode.inert });
  if (!mode.inert) putFrame(context, element, frame.contentWindow, attribute(element, 'src') ?? '', tag);
  context.write(tag === 'frame' ? '>' : '></iframe>');
}

function putFrame(
  context: FrameContext,
  element: Element,
  child: Window | null,
  src: string,
  tag: 'iframe' | 'frame',
): void {
  const url = (src && context.resolve(src)) || 'about:blank';
  const place = context.addPlace('frame', url, contentRect(context, element));
  context.framePlaces.set(element, place);
  context.put({ k: 'frame', index: frameIndex(context.window, child), url, tag, place });
}

/** `<object>` and `<embed>`: a document becomes an `<iframe>`, a picture an `<img>`, the rest its fallback. */
export function writeObject(context: FrameContext, element: Element, mode: NodeMode): void {
  const name = localName(element);
  const source = attribute(element, name === 'object' ? 'data' : 'src');
  const url = source ? context.resolve(source) : null;
  const child = name === 'object' && !mode.inert ? (element as HTMLObjectElement).contentWindow : null;
  const kind = mode.inert || !url ? 'other' : child ? 'frame' : objectKind(element, url);
  if (kind === 'other' || !url) {
    context.write(`<${name}`);
    writeAttributes(context, element, { inert: mode.inert });
    if (name === 'embed') {
      context.write('>');
      return;
    }
    finishElement(context, element, name, mode);
    return;
  }
  const rect = contentRect(context, element);
  const style = `width:${rect.width}px;height:${rect.height}px;box-sizing:content-box`;
  const tag = kind === 'frame' ? 'iframe' : 'img';
  context.write(`<${tag} data-osmotr-was="${name}"`);
  writeAttributes(context, element, {
    style: kind === 'frame' ? `border:0;${style}` : style,
    omit: OBJECT_ONLY,
  });
  if (kind === 'frame') {
    putFrame(context, element, child, source ?? '', 'iframe');
    context.write('></iframe>');
    return;
  }
  const place = context.addPlace('object', url, rect);
  context.put({ k: 'url', attr: 'src', url, kind: kind === 'img' ? 'img' : 'object', place });
  context.write('>');
}

const OBJECT_ONLY = new Set(['type', 'width', 'height']);

/** A picture, something a plugin would show, or (for `object`) the fallback that its children are. */
function objectKind(element: Element, url: string): 'img' | 'plugin' | 'other' {
  const type = attribute(element, 'type')?.toLowerCase() ?? '';
  if (type.startsWith('image/') || /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)(?:[?#]|$)/i.test(url)) return 'img';
  if (localName(element) === 'embed') return 'plugin';
  for (let node = firstChild(element); node; node = nextSibling(node))
    if (nodeType(node) === 1) return 'other';
  return 'plugin';
}
