import * as v from 'valibot';
import { INDICATOR_ORIGINS, type IndicatorSource } from '@/utils/domain/indicator';

/** CSS pixels, measured from the top left corner of the frame's own document (scrolling does not change it). */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a referenced resource is for; goes into `missing` as it is. */
export const RESOURCE_KINDS = [
  'img',
  'css',
  'font',
  'frame',
  'media',
  'svg',
  'icon',
  'canvas',
  'video-frame',
  'object',
] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** An attribute whose value is the resource at `url` (absolute): written as ` attr="data:…suffix"`. */
export interface UrlPart {
  readonly k: 'url';
  readonly attr: string;
  readonly url: string;
  readonly kind: ResourceKind;
  /** Text after the URL, for `srcset` descriptors (` 2x`). */
  readonly suffix?: string;
  /** Number of the place in `places` whose pixels may stand in for missing bytes. */
  readonly place?: number;
  /** Number of the tree in which the element stands, for pictures. */
  readonly scope?: number;
  /** True if the page itself could not load it: then it stays broken and is not asked for. */
  readonly broken?: boolean;
  /** True if it was too much: `url` is only the head of a `data:` URL. */
  readonly left?: boolean;
}

/** An attribute that holds CSS declarations or a CSS value: ` attr="rewritten"`. */
export interface StylePart {
  readonly k: 'style';
  readonly attr: string;
  readonly text: string;
}

/** CSS of a `<style>`: text with its base URL, or a stylesheet whose rules the page may not read. */
export type CssPiece =
  | { readonly text: string; readonly base: string }
  | { readonly href: string; readonly prefix: string; readonly suffix: string };

/** The content of one `<style>` element; `raw` in HTML, character references in SVG. */
export interface SheetPart {
  readonly k: 'sheet';
  readonly raw: boolean;
  readonly pieces: readonly CssPiece[];
}

/** Stands in the start tag of an `iframe` or `frame`: the child document goes here. */
export interface FramePart {
  readonly k: 'frame';
  /** i with `window.frames[i] === element.contentWindow`; null: no such index (a frame in a shadow tree). */
  readonly index: number | null;
  readonly url: string;
  readonly tag: 'iframe' | 'frame';
  readonly place: number;
}

/** `href` of an SVG `use` that points into another document. */
export interface UsePart {
  readonly k: 'use';
  readonly attr: string;
  readonly url: string;
  /** Number of the tree (document or shadow root) in which ids are looked up. */
  readonly scope: number;
}

/** The end of a tree: here stand the drawings that the `use` elements of `scope` refer to. */
export interface SpritesPart {
  readonly k: 'sprites';
  readonly scope: number;
}

export type Part = string | UrlPart | StylePart | SheetPart | FramePart | UsePart | SpritesPart;

/** A place of the page whose pixels can stand in for a resource. `url` is empty for canvases and video frames. */
export interface PixelPlace {
  readonly id: number;
  readonly kind: ResourceKind;
  readonly url: string;
  readonly rect: Rect;
}

/** One frame's document at one moment, as read by `serializeFrame` in that frame; JSON-safe. */
export interface FrameSnapshot {
  readonly format: 'osmotr-frame/1';
  /** List of i with `parent.frames[i] === window`, from the top; -1 where the frame can't be found so; [] is the top. */
  readonly path: readonly number[];
  readonly url: string;
  readonly baseUrl: string;
  readonly title: string;
  readonly language: string;
  readonly charset: string;
  readonly contentType: string;
  readonly referrer: string;
  /** Milliseconds since the epoch at which the document began to load. */
  readonly timeOrigin: number;
  /** What Navigation Timing says: the address that was loaded, and the protocol (ALPN) or null. */
  readonly navigation: { readonly url: string; readonly protocol: string | null };
  /** The browser was still reading the document: what is here is its beginning. */
  readonly loading: boolean;
  readonly quirks: boolean;
  /** `<!DOCTYPE …>` as it was; null without one. */
  readonly doctype: { readonly name: string; readonly publicId: string; readonly systemId: string } | null;
  readonly viewport: {
    readonly width: number;
    readonly height: number;
    readonly devicePixelRatio: number;
    readonly scrollX: number;
    readonly scrollY: number;
    readonly pageWidth: number;
    readonly pageHeight: number;
  };
  /** URLs that the document has loaded by the browser's own list; null if that list was full or cleared. */
  readonly loaded: readonly string[] | null;
  readonly parts: readonly Part[];
  readonly places: readonly PixelPlace[];
  /** Visible text in reading order: whole lines, or the `place` of the child frame that stands there. */
  readonly text: readonly (string | number)[];
  /** Where each entry of `text` stands; null: a frame, not seen, or not read. Shorter or absent: not read. */
  readonly textRects?: readonly (Rect | null)[];
  readonly sources: readonly IndicatorSource[];
  /** What was left out of `parts` so that the page is inert: `script` → 12, … */
  readonly removed: Readonly<Record<string, number>>;
  /** Where reading stopped at a limit, in English; empty if it did not. */
  readonly limits: readonly string[];
}

/** A frame holds no inner area's text: that comes from scrolling. */
const ORIGINS = INDICATOR_ORIGINS.filter((origin) => origin !== 'pane');

const attrName = v.pipe(v.string(), v.regex(/^[A-Za-z_][\w:.-]*$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const finite = v.pipe(v.number(), v.finite());
const frameIndex = v.nullable(count);
const rect = v.object({ x: finite, y: finite, width: finite, height: finite });
const kind = v.picklist(RESOURCE_KINDS);

const cssPiece = v.union([
  v.object({ text: v.string(), base: v.string() }),
  v.object({ href: v.string(), prefix: v.string(), suffix: v.string() }),
]);

const objectPart = v.variant('k', [
  v.object({
    k: v.literal('url'),
    attr: attrName,
    url: v.string(),
    kind,
    suffix: v.optional(v.pipe(v.string(), v.regex(/^ [\d.]+[wx]$/))),
    place: v.optional(count),
    scope: v.optional(count),
    broken: v.optional(v.boolean()),
    left: v.optional(v.boolean()),
  }),
  v.object({ k: v.literal('style'), attr: attrName, text: v.string() }),
  v.object({ k: v.literal('sheet'), raw: v.boolean(), pieces: v.array(cssPiece) }),
  v.object({
    k: v.literal('frame'),
    index: frameIndex,
    url: v.string(),
    tag: v.picklist(['iframe', 'frame']),
    place: count,
  }),
  v.object({ k: v.literal('use'), attr: attrName, url: v.string(), scope: count }),
  v.object({ k: v.literal('sprites'), scope: count }),
]);

const snapshotSchema = v.object({
  format: v.literal('osmotr-frame/1'),
  path: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(-1))), v.maxLength(64)),
  url: v.string(),
  baseUrl: v.string(),
  title: v.string(),
  language: v.string(),
  charset: v.string(),
  contentType: v.string(),
  referrer: v.string(),
  timeOrigin: finite,
  navigation: v.object({ url: v.string(), protocol: v.nullable(v.string()) }),
  loading: v.boolean(),
  quirks: v.boolean(),
  doctype: v.nullable(v.object({ name: v.string(), publicId: v.string(), systemId: v.string() })),
  viewport: v.object({
    width: finite,
    height: finite,
    devicePixelRatio: finite,
    scrollX: finite,
    scrollY: finite,
    pageWidth: finite,
    pageHeight: finite,
  }),
  loaded: v.nullable(v.array(v.string())),
  parts: v.array(v.union([v.string(), objectPart])),
  places: v.array(v.object({ id: count, kind, url: v.string(), rect })),
  text: v.array(v.union([v.string(), count])),
  textRects: v.optional(v.array(v.nullable(rect))),
  sources: v.array(
    v.object({ origin: v.picklist(ORIGINS), text: v.string(), place: v.optional(v.string()) }),
  ),
  removed: v.record(v.string(), count),
  limits: v.array(v.string()),
});

/**
 * Checks what a frame gave back: it came through the page's own process and is trusted in nothing.
 * Unknown fields are dropped. Throws a valibot `ValiError` that names the first wrong field.
 */
export function parseFrameSnapshot(value: unknown): FrameSnapshot {
  return v.parse(snapshotSchema, value, { abortEarly: true });
}
