import type { MissingResource } from '@/utils/domain/capture';
import type { IndicatorSource } from '@/utils/domain/indicator';
import type { TextMap } from '@/utils/domain/text-map';
import { assembleFrame } from './assemble-frame';
import { createAssembly, type PixelRequest } from './assemble-state';
import { assembleText } from './assemble-text';
import type { FrameSnapshot } from './frame-snapshot';
import type { ResourceMap } from './resources';

/** What page.html is made of. */
export interface AssembleInput {
  readonly frames: readonly FrameSnapshot[];
  readonly resources: ResourceMap;
  /** Pictures (`data:image/…` URLs) cut out of the page's picture, by `PixelRequest.key`. */
  readonly crops?: ReadonlyMap<string, string>;
  /** Why a URL has no bytes, as `readCached` said; else a general reason is given. */
  readonly reasons?: ReadonlyMap<string, string>;
}

/** The page as files, and what they lack. */
export interface AssembledPage {
  /** Pieces of page.html in order, for `new Blob(html, { type: 'text/html;charset=utf-8' })`. */
  readonly html: string[];
  /** text.txt; equal to the text of the source with origin `text`. */
  readonly text: string;
  /** Where the lines of `text` stood. */
  readonly textMap: TextMap;
  readonly sources: IndicatorSource[];
  readonly missing: MissingResource[];
  /** Places whose pixels could stand in for missing bytes. */
  readonly pixels: PixelRequest[];
  /** URLs that the frame at `path` may still have in its cache: for `readCached`, then assemble again. */
  readonly wanted: { readonly path: readonly number[]; readonly urls: string[] }[];
  readonly removed: Record<string, number>;
  readonly frames: { readonly path: string; readonly url: string }[];
  /** Where reading stopped at a limit, and what else must be said, in English. */
  readonly limits: string[];
}

function neverLoaded(count: number): string[] {
  return count > 0 ? [`fonts and pictures in CSS that the page never loaded: ${count}`] : [];
}

/**
 * Builds one self-contained, scriptless page.html that loads nothing, with all frames inside. Needs no DOM.
 * Throws if there is no snapshot of the top frame.
 */
export function assemblePage(input: AssembleInput): AssembledPage {
  const assembly = createAssembly(input);
  const top = assembly.claimFrame([]);
  if (!top) throw new Error('no snapshot of the top frame');
  const html = assembleFrame(assembly, top);
  const { text, textMap } = assembleText(assembly, top);
  const removed: Record<string, number> = {};
  const sources: IndicatorSource[] = [{ origin: 'text', text }];
  for (const frame of input.frames) {
    const place = frame.path.join('.');
    sources.push({ origin: 'url', text: frame.url, ...(place ? { place } : {}) });
    for (const source of frame.sources) sources.push(source);
    for (const [what, times] of Object.entries(frame.removed)) removed[what] = (removed[what] ?? 0) + times;
  }
  return {
    html,
    text,
    textMap,
    sources,
    missing: assembly.missing,
    pixels: assembly.pixels,
    wanted: assembly.wanted(),
    removed,
    frames: input.frames.map(({ path, url }) => ({ path: path.join('.'), url })),
    limits: [
      ...new Set(input.frames.flatMap(({ limits }) => limits)),
      ...neverLoaded(assembly.neverLoaded()),
    ],
  };
}
