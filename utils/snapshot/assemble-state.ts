import type { MissingResource } from '@/utils/domain/capture';
import type { AssembleInput } from './assemble';
import type { FrameSnapshot, PixelPlace, Rect, ResourceKind } from './frame-snapshot';
import { findResource, type Resource } from './resources';

/** A place whose pixels are wanted: cut `rect` (CSS pixels of the top document) out of the page's picture. */
export interface PixelRequest {
  /** Key for `AssembleInput.crops`. */
  readonly key: string;
  readonly url: string;
  readonly kind: ResourceKind;
  readonly rect: Rect;
}

/** What all frames of one page share while it is put together. */
export interface Assembly {
  readonly missing: MissingResource[];
  readonly pixels: PixelRequest[];
  /** True if a frame must be a `data:` document, because `srcdoc` can't be in quirks mode. */
  readonly dataFrames: boolean;
  /** Snapshot of the frame at `path`, once; null if there is none (any more). */
  claimFrame(path: readonly number[]): FrameSnapshot | null;
  /** Snapshot of a frame that its parent can't number (in a shadow tree): the only one with this URL. */
  claimUnlisted(parent: readonly number[], url: string): FrameSnapshot | null;
  /** Remembers which child stands at `place`, for the text. */
  placeChild(parent: FrameSnapshot, place: number, child: FrameSnapshot): void;
  childAt(parent: FrameSnapshot, place: number): FrameSnapshot | null;
  find(url: string): Resource | null;
  miss(frame: FrameSnapshot, url: string, kind: ResourceKind, reason?: string): void;
  /** The same for a URL in CSS: most of those are for other widths, characters or pages, and were never loaded. */
  missInCss(frame: FrameSnapshot, url: string, kind: ResourceKind): void;
  /** Number of URLs in CSS that were never loaded. */
  neverLoaded(): number;
  /** A canvas or video frame whose pixels can't be read: the frame's URL, and where it stands in it. */
  missPixels(frame: FrameSnapshot, place: number): void;
  crop(frame: FrameSnapshot, place: number): string | null;
  wanted(): { path: readonly number[]; urls: string[] }[];
}

const NO_BYTES = 'not in the saved page nor in the browser cache';

/** Starts putting a page together. */
export function createAssembly(input: AssembleInput): Assembly {
  const unclaimed = new Set(input.frames);
  const byPath = new Map<string, FrameSnapshot>();
  for (const frame of input.frames) {
    const key = frame.path.join('.');
    if (!byPath.has(key)) byPath.set(key, frame);
  }
  const children = new Map<FrameSnapshot, Map<number, FrameSnapshot>>();
  const missing: MissingResource[] = [];
  const missed = new Set<string>();
  const pixels: PixelRequest[] = [];
  const asked = new Set<string>();
  const wanted = new Map<FrameSnapshot, Set<string>>();

  const claim = (frame: FrameSnapshot | undefined): FrameSnapshot | null =>
    frame && unclaimed.delete(frame) ? frame : null;

  const unloaded = new Set<string>();
  const loadedSets = new Map<FrameSnapshot, Set<string>>();
  const loadedBy = (frame: FrameSnapshot): Set<string> => {
    const known = loadedSets.get(frame) ?? new Set(frame.loaded);
    loadedSets.set(frame, known);
    return known;
  };
  const want = (frame: FrameSnapshot, url: string): void => {
    if (!/^(?:https?|blob):/.test(url)) return;
    const urls = wanted.get(frame) ?? new Set();
    wanted.set(frame, urls.add(url));
  };
  const miss: Assembly['miss'] = (frame, url, kind, reason) => {
    if (!reason) want(frame, url);
    const key = `${kind} ${url}`;
    if (missed.has(key)) return;
    missed.add(key);
    missing.push({ url, kind, reason: reason ?? input.reasons?.get(url) ?? NO_BYTES });
  };

  return {
    missing,
    pixels,
    dataFrames: input.frames.some(
      ({ path, quirks, parts }) => (path.length > 0 && quirks) || hasFrameset(parts),
    ),
    claimFrame: (path) => claim(byPath.get(path.join('.'))),
    claimUnlisted(parent, url) {
      const key = [...parent, -1].join('.');
      const candidates = [...unclaimed].filter((frame) => frame.path.join('.') === key);
      const same = candidates.filter((frame) => frame.url === url);
      return claim(same.length === 1 ? same[0] : candidates.length === 1 ? candidates[0] : undefined);
    },
    placeChild(parent, place, child) {
      const known = children.get(parent) ?? new Map<number, FrameSnapshot>();
      children.set(parent, known.set(place, child));
    },
    childAt: (parent, place) => children.get(parent)?.get(place) ?? null,
    find: (url) => findResource(input.resources, url) ?? null,
    miss,
    missInCss(frame, url, kind) {
      if (!frame.loaded || url.startsWith('blob:') || loadedBy(frame).has(url)) return miss(frame, url, kind);
      want(frame, url);
      unloaded.add(url);
    },
    neverLoaded: () => unloaded.size,
    missPixels(frame, place) {
      const found = placeOf(frame, place);
      if (!found) return;
      const where = `at ${Math.round(found.rect.x)}, ${Math.round(found.rect.y)}`;
      missing.push({ url: frame.url, kind: found.kind, reason: `pixels ${where} may not be read` });
    },
    crop(frame, place) {
      const found = placeOf(frame, place);
      if (!found) return null;
      const key = `${frame.path.join('.')}#${place}`;
      const picture = input.crops?.get(key);
      if (picture && /^data:image\/(?:png|jpeg|webp);base64,[\w+/=-]+$/.test(picture)) return picture;
      if (!asked.has(key)) askPixels(pixels, byPath, frame, found, key);
      asked.add(key);
      return null;
    },
    wanted: () => Array.from(wanted, ([frame, urls]) => ({ path: frame.path, urls: [...urls] })),
  };
}

/** A place by its number, which is its position. */
export function placeOf(frame: FrameSnapshot, id: number): PixelPlace | undefined {
  const place = frame.places[id];
  return place?.id === id ? place : undefined;
}

function hasFrameset(parts: FrameSnapshot['parts']): boolean {
  return parts.some((part) => typeof part !== 'string' && part.k === 'frame' && part.tag === 'frame');
}

function askPixels(
  pixels: PixelRequest[],
  frames: ReadonlyMap<string, FrameSnapshot>,
  frame: FrameSnapshot,
  { url, kind, rect }: PixelPlace,
  key: string,
): void {
  const onPage = rectOnPage(frames, frame, rect);
  if (onPage && onPage.width >= 1 && onPage.height >= 1) pixels.push({ key, url, kind, rect: onPage });
}

/** The rect in the top document's coordinates, cut to what its frames show; null if a frame is unknown. */
export function rectOnPage(
  frames: ReadonlyMap<string, FrameSnapshot>,
  frame: FrameSnapshot,
  rect: Rect,
): Rect | null {
  let current = frame;
  let box = rect;
  while (current.path.length > 0) {
    const parent = frames.get(current.path.slice(0, -1).join('.'));
    const place = parent && framePlace(parent, current.path.at(-1) ?? -1);
    if (!parent || !place) return null;
    box = rectInParent(current, place.rect, box);
    current = parent;
  }
  return box;
}

/** A rect of a frame's document in that of its parent, where the frame stands at `place`; cut to what it shows. */
export function rectInParent({ viewport }: FrameSnapshot, place: Rect, rect: Rect): Rect {
  const left = Math.max(0, rect.x - viewport.scrollX);
  const top = Math.max(0, rect.y - viewport.scrollY);
  const right = Math.min(place.width, rect.x - viewport.scrollX + rect.width);
  const bottom = Math.min(place.height, rect.y - viewport.scrollY + rect.height);
  const { x, y } = place;
  return { x: x + left, y: y + top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

function framePlace(parent: FrameSnapshot, index: number): PixelPlace | undefined {
  const part = parent.parts.find(
    (candidate) => typeof candidate !== 'string' && candidate.k === 'frame' && candidate.index === index,
  );
  if (!part || typeof part === 'string' || part.k !== 'frame') return undefined;
  return placeOf(parent, part.place);
}
