import type { IndicatorOrigin, IndicatorSource } from '@/utils/domain/indicator';
import type { Part, PixelPlace, Rect, ResourceKind } from './frame-snapshot';
import { createDataUrlBudget, placeUrl } from './serialize-data-urls';
import type { DefectiveSheet } from './serialize-repair';

/** Longest single text that is handed to the indicator engine, in UTF-16 code units. */
const SOURCE_LIMIT = 2_000_000;

/** What one run over a frame gathers, and what all its steps need to know. */
export interface FrameContext {
  readonly document: Document;
  readonly window: Window & typeof globalThis;
  readonly baseUrl: string;
  /** Shadow root of an element, open or closed, or null. */
  readonly shadowOf: (element: Element) => ShadowRoot | null;
  readonly defects: DefectiveSheet[];
  /** Numbers of the places of frame elements. */
  readonly framePlaces: Map<Element, number>;
  /** The shadow roots that were written. */
  readonly shadows: Map<Element, ShadowRoot>;
  readonly parts: Part[];
  readonly places: PixelPlace[];
  readonly sources: IndicatorSource[];
  readonly removed: Record<string, number>;
  readonly limits: string[];
  /** How many `data:` URLs were too much to hand over. */
  readonly dataUrlsLeft: () => number;
  /** Declarations that must join an element's `style` attribute: restored scroll positions, top layer. */
  readonly extraStyles: Map<Element, string>;
  /** Markers that an element gets beside its own attributes: ` data-osmotr-modal=""`. */
  readonly marks: Map<Element, string>;
  /** The pictures of the page by URL, for whoever must read their pixels. */
  readonly pictures: Map<string, HTMLImageElement>;
  /** Runs `work` for a tree of its own; a `sprites` part ends it. */
  inScope(work: () => void): void;
  /** Number of the tree that is being written. */
  scope(): number;
  /** Runs `work`; if it throws, what it wrote is taken back, and the page says so. */
  attempt(what: string, work: () => void): void;
  write(markup: string): void;
  put(part: Exclude<Part, string>): void;
  remove(what: string): void;
  /** Says once that reading stopped at a limit. */
  limit(what: string): void;
  addPlace(kind: ResourceKind, url: string, rect: Rect): number;
  addSource(origin: IndicatorOrigin, text: string, place: string): void;
  /** Absolute URL by the document's base; null if it can't be parsed. */
  resolve(url: string): string | null;
}

/** `path` is written before each source's place: `0.1 a[href]`. */
export function createFrameContext(options: {
  document: Document;
  window: Window & typeof globalThis;
  baseUrl: string;
  path: readonly number[];
  shadowOf: (element: Element) => ShadowRoot | null;
  pictures: Map<string, HTMLImageElement>;
}): FrameContext {
  const parts: Part[] = [];
  const places: PixelPlace[] = [];
  const sources: IndicatorSource[] = [];
  const limits = new Set<string>();
  const limitList: string[] = [];
  const removed: Record<string, number> = {};
  const prefix = options.path.length > 0 ? `${options.path.join('.')} ` : '';
  const seen = new Set<string>();
  const dataUrls = createDataUrlBudget();
  let scopes = 0;
  let scope = 0;

  return {
    ...options,
    parts,
    places,
    sources,
    removed,
    limits: limitList,
    dataUrlsLeft: dataUrls.left,
    defects: [],
    framePlaces: new Map(),
    shadows: new Map(),
    extraStyles: new Map(),
    marks: new Map(),
    scope: () => scope,
    inScope(work) {
      const outer = scope;
      scope = ++scopes;
      try {
        work();
        parts.push({ k: 'sprites', scope });
      } finally {
        scope = outer;
      }
    },
    attempt(what, work) {
      const { length } = parts;
      const last = parts[length - 1];
      try {
        work();
      } catch (error) {
        parts.length = length;
        if (last !== undefined) parts[length - 1] = last;
        this.limit(`${what} could not be read: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
    write(markup) {
      const last = parts.length - 1;
      const before = parts[last];
      if (typeof before === 'string') parts[last] = before + markup;
      else parts.push(markup);
    },
    put(part) {
      parts.push(dataUrls.admit(part));
    },
    remove(what) {
      removed[what] = (removed[what] ?? 0) + 1;
    },
    limit(what) {
      if (limits.has(what)) return;
      limits.add(what);
      limitList.push(what);
    },
    addPlace(kind, url, rect) {
      places.push({ id: places.length, kind, url: placeUrl(url), rect });
      return places.length - 1;
    },
    addSource(origin, text, place) {
      if (!text.trim()) return;
      const key = `${origin}\n${place}\n${text}`;
      if (text.length < 4096) {
        if (seen.has(key)) return;
        seen.add(key);
      }
      if (text.length > SOURCE_LIMIT)
        this.limit(`texts over ${SOURCE_LIMIT} characters were cut for indicators`);
      sources.push({ origin, text: text.slice(0, SOURCE_LIMIT), place: prefix + place });
    },
    resolve(url) {
      return resolveUrl(url, options.baseUrl);
    },
  };
}

/** Absolute form of `url` by `base`, or null if it can't be parsed. */
export function resolveUrl(url: string, base: string): string | null {
  try {
    return new URL(url, base).href;
  } catch {
    return null;
  }
}
