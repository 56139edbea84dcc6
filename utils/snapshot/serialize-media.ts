import { escapeAttribute } from './markup';
import {
  attribute,
  detachedCanvas,
  firstChild,
  localName,
  nextSibling,
  nodeType,
  parentNode,
} from './serialize-access';
import { writeAttributes, writeResource } from './serialize-attributes';
import type { FrameContext } from './serialize-context';
import { contentRect, px } from './serialize-geometry';
import { parseSrcset } from './srcset';

/** `<img>` with the picture that is shown (`currentSrc`), at the density it is shown with. */
export function writeImage(context: FrameContext, image: HTMLImageElement, inert: boolean): void {
  context.write('<img');
  writeAttributes(context, image, { inert });
  const url = image.currentSrc || context.resolve(attribute(image, 'src') ?? '');
  const hasSource = attribute(image, 'src') !== null || image.currentSrc !== '';
  if (!inert && url && hasSource) putImage(context, image, url);
  context.write('>');
}

function putImage(context: FrameContext, image: HTMLImageElement, url: string): void {
  if (isBroken(context, image, url)) {
    context.put({ k: 'url', attr: 'src', url, kind: 'img', broken: true });
    return;
  }
  const place = context.addPlace('img', url, contentRect(context, image));
  const pixels = url.startsWith('blob:')
    ? drawnPixels(context, image, image.naturalWidth, image.naturalHeight)
    : null;
  if (pixels) {
    context.write(` src="${pixels}"`);
    return;
  }
  context.pictures.set(url, image);
  const suffix = densitySuffix(context, image, url);
  context.put({
    k: 'url',
    attr: suffix ? 'srcset' : 'src',
    url,
    kind: 'img',
    place,
    scope: context.scope(),
    ...(suffix ? { suffix } : {}),
  });
  if (suffix.endsWith('w')) context.write(` sizes="${image.naturalWidth}px"`);
}

/** A drawing may have no size of its own; what is broken can't be drawn either (HTML Standard, drawImage). */
function isBroken({ document }: FrameContext, image: HTMLImageElement, url: string): boolean {
  if (!image.complete || image.naturalWidth !== 0 || url.startsWith('data:')) return false;
  try {
    detachedCanvas(document, 1, 1).getContext('2d')?.drawImage(image, 0, 0, 1, 1);
    return false;
  } catch {
    return true;
  }
}

/** The descriptor of the candidate that is shown: with it a 2x picture keeps its size. */
function densitySuffix(context: FrameContext, image: HTMLImageElement, url: string): string {
  for (const srcset of srcsetsOf(image)) {
    for (const candidate of parseSrcset(srcset)) {
      if (context.resolve(candidate.url) !== url) continue;
      return /^(?!1x$)\d+(?:\.\d+)?[wx]$/.test(candidate.descriptor) ? ` ${candidate.descriptor}` : '';
    }
  }
  return '';
}

function srcsetsOf(image: HTMLImageElement): string[] {
  const found: string[] = [];
  const parent = parentNode(image);
  if (parent && nodeType(parent) === 1 && localName(parent as Element) === 'picture') {
    for (let node = firstChild(parent); node && node !== image; node = nextSibling(node)) {
      if (nodeType(node) !== 1 || localName(node as Element) !== 'source') continue;
      const srcset = attribute(node as Element, 'srcset');
      if (srcset) found.push(srcset);
    }
  }
  const own = attribute(image, 'srcset');
  if (own) found.push(own);
  return found;
}

/** PNG of what an element paints, as a `data:` URL; null if its pixels are not ours to read. */
export function drawnPixels(
  context: FrameContext,
  source: CanvasImageSource,
  width: number,
  height: number,
): string | null {
  if (width === 0 || height === 0) return null;
  try {
    const canvas = detachedCanvas(context.document, width, height);
    canvas.getContext('2d')?.drawImage(source, 0, 0);
    return canvas.toDataURL('image/png');
  } catch {
    // A tainted source throws SecurityError; the caller refers to the pixels on the screen instead.
    return null;
  }
}

/**
 * `<canvas>` stays a canvas; its pixels become a background of its content box. It shows the same with
 * scripting off, where a canvas is an ordinary inline element, and with scripting on, where it is blank.
 */
export function canvasStyle(context: FrameContext, canvas: HTMLCanvasElement): string {
  const style = context.window.getComputedStyle(canvas);
  const picture = canvasPicture(context, canvas);
  const fit = style.objectFit === 'contain' || style.objectFit === 'cover' ? style.objectFit : '100% 100%';
  const under = style.backgroundImage && style.backgroundImage !== 'none' ? style : null;
  const layers = (first: string, second?: string) => (under ? `${first},${second}` : first);
  return [
    style.display === 'inline' ? 'display:inline-block' : '',
    `width:${px(style.width)}px`,
    `height:${px(style.height)}px`,
    `background-image:${layers(picture, under?.backgroundImage)}`,
    `background-size:${layers(fit, under?.backgroundSize)}`,
    `background-position:${layers('50% 50%', under?.backgroundPosition)}`,
    `background-origin:${layers('content-box', under?.backgroundOrigin)}`,
    `background-repeat:${layers('no-repeat', under?.backgroundRepeat)}`,
  ]
    .filter(Boolean)
    .map((declaration) => `${declaration}!important`)
    .join(';');
}

function canvasPicture(context: FrameContext, canvas: HTMLCanvasElement): string {
  if (canvas.width === 0 || canvas.height === 0) return 'none';
  const place = context.addPlace('canvas', '', contentRect(context, canvas));
  try {
    const data = canvas.toDataURL('image/png');
    const blank = detachedCanvas(context.document, canvas.width, canvas.height).toDataURL('image/png');
    // WebGL without preserveDrawingBuffer reads back as nothing: only the screen has its pixels.
    if (data !== blank && data !== 'data:,') return `url("${data}")`;
  } catch {
    // Tainted by a picture of another origin (SecurityError), or handed over to a worker (InvalidStateError).
  }
  return `url("osmotr-pixels:${place}")`;
}

/** `<video>` with its current frame, or its poster, as the poster; the recording itself is not embedded. */
export function writeVideoTag(context: FrameContext, video: HTMLVideoElement, inert: boolean): void {
  context.write('<video');
  writeAttributes(context, video, { inert });
  const poster = attribute(video, 'poster');
  if (!inert && showsFrame(video)) {
    const frame = drawnPixels(context, video, video.videoWidth, video.videoHeight);
    if (frame) {
      context.write(` poster="${frame}"`);
    } else {
      const place = context.addPlace('video-frame', '', contentRect(context, video));
      context.put({ k: 'url', attr: 'poster', url: `osmotr-pixels:${place}`, kind: 'video-frame', place });
    }
  } else if (!inert && poster) {
    writeResource(context, 'poster', poster, 'img');
  }
  mentionMedia(context, video, inert);
  context.write('>');
}

/** Past the poster: a frame is decoded, and the video was played or sought, or has no poster to show. */
function showsFrame(video: HTMLVideoElement): boolean {
  if (video.readyState < 2 || video.videoWidth === 0) return false;
  return !video.paused || video.currentTime > 0 || !attribute(video, 'poster');
}

/** The recording is named as missing by an attribute that nothing loads. */
export function mentionMedia(context: FrameContext, media: HTMLMediaElement, inert: boolean): void {
  const url = media.currentSrc;
  if (inert || !url) return;
  context.write(` data-osmotr-current-time="${escapeAttribute(String(media.currentTime))}"`);
  context.put({ k: 'url', attr: 'data-osmotr-media', url, kind: 'media' });
}
