import type {
  PageEvents,
  PictureMethod,
  Remark,
  SkipReason,
  SoftwareFacts,
  ViewportFacts,
} from '@/utils/domain/capture';
import type { NetworkFacts, Obtained } from '@/utils/domain/network';
import type { Clock } from '@/utils/domain/time';
import type { NavigationClaim } from './network-facts';

/** The tab to capture, as the browser described it at the click. */
export interface CaptureTarget {
  readonly tabId: number;
  readonly windowId: number;
  readonly url: string;
  readonly title: string;
}

/** Which document the tab shows, as it says itself and as the browser says. */
export interface PageProbe {
  /** The browser's own name of the document; null where it tells none (Firefox). */
  readonly documentId: string | null;
  /** When the document began, ms since the epoch; null if it lets no script in, or doesn't answer (an alert, a busy page). */
  readonly timeOrigin: number | null;
  /** Changes whenever the tab goes to another address or asks the network for another document. */
  readonly tab: string;
  /** What the site said that it is; empty if that was not seen. */
  readonly mediaType: string;
  /** What it says of its loading. */
  readonly claim: NavigationClaim;
}

/** Takes the bytes of a capture's big files out of the worker's memory until they are stored. */
export interface Aside {
  /** A Blob of bytes, which nobody reads any more after that. */
  put(bytes: Uint8Array<ArrayBuffer>, mediaType: string): Promise<Blob>;
  /** Those Blobs can't be read any more: they are stored, or nobody wants them. Never throws. */
  clear(): Promise<void>;
}

export type TileSink = (tile: Blob) => void;

/** Takes a photographed tile, or throws: then no more is to come. */
export type PhotographSink = (tile: Blob, method: PictureMethod) => Promise<void>;

/** What a photograph of the page needs beside the page. */
export interface PhotographContext {
  readonly onTile: PhotographSink;
  readonly aside: Aside;
  /** A request of the page that reached a site meanwhile: being photographed may have caused it. */
  readonly onRequest: () => void;
  /** The `data:` URL of a file that the page has shown, by its URL; null if it is not at hand. */
  readonly known: (url: string) => Promise<string | null>;
  /** URLs of files that the page names, but has not got; then all that it has got are `known`. */
  readonly unloaded: () => Promise<ReadonlySet<string>>;
  readonly signal: AbortSignal;
}

/**
 * The page scrolled as a reader would, as long as it lasts. Area 0 is the page, others are boxes in it that scroll
 * by themselves. Answers come unchecked.
 */
export interface ScrollSession {
  findBoxes(): Promise<unknown>;
  /** What the window shows of an area now. */
  look(area: number): Promise<unknown>;
  /** Scrolls and waits until what comes into view is drawn; `waitForMore`: also for more to come at the end. */
  move(area: number, top: number, waitForMore: boolean): Promise<unknown>;
  /** Puts every scroll position back. */
  end(): Promise<void>;
}

/** How the pictures below the fold came about. */
export interface PageImagesReport {
  readonly method: PictureMethod;
  readonly resized: boolean;
  readonly skipped?: SkipReason;
  readonly remarks: readonly Remark[];
}

/**
 * What a capture asks of the browser. Each port throws when it can't: the pipeline records that.
 * None of them may cause a request or a change in the page.
 */
export interface CapturePorts {
  readonly clock: Clock;
  /**
   * Brings the tab to the front if the browser takes no picture of it elsewhere; gives what puts the former
   * tab back, or null if nothing had to be done. The page can notice it.
   */
  bringToFront(target: CaptureTarget): Promise<(() => Promise<void>) | null>;
  probe(target: CaptureTarget): Promise<PageProbe>;
  /** PNG of what the window shows. */
  viewport(target: CaptureTarget): Promise<Blob>;
  /** The raw result of the snapshot script in each frame that let it in; unchecked. */
  frames(target: CaptureTarget): Promise<{ readonly frameId: number; readonly result: unknown }[]>;
  /** MHTML from the browser's memory; null: this browser has none. */
  readonly mhtml: ((target: CaptureTarget) => Promise<Blob>) | null;
  /** What a frame has in the HTTP cache, never over the network; unchecked. */
  cached(target: CaptureTarget, frameId: number, urls: readonly string[]): Promise<unknown>;
  /** Asks a site for a file once more: only when the operative allows it. Throws beyond `most` bytes. */
  refetch(
    url: string,
    limits: { readonly most: number; readonly signal: AbortSignal },
  ): Promise<{
    readonly status: number;
    readonly contentType: string;
    readonly bytes: Uint8Array<ArrayBuffer>;
  }>;
  /** Photographs the page beyond the window, tile by tile, as PNG. Lets go of the page when the signal says so. */
  photograph(target: CaptureTarget, context: PhotographContext): Promise<PageImagesReport>;
  /** The page hears `scroll`, and may load what comes into view: only when the operative wants it. */
  scroll(target: CaptureTarget): Promise<ScrollSession>;
  /** Draws an assembled page anew, tile by tile, as PNG. */
  draw(html: Blob, view: ViewportFacts, onTile: TileSink): Promise<void>;
  zoom(target: CaptureTarget): Promise<number | null>;
  /** How documents of the tab were loaded, each by its frame's number (0: the tab's own) and its own claim. */
  network(
    target: CaptureTarget,
    documents: readonly { readonly frameId: number; readonly claim: NavigationClaim }[],
  ): Promise<Obtained<NetworkFacts>[]>;
  /**
   * Counts in all frames what the page is given to notice, until `stop`, which leaves nothing behind and
   * may be called again. Only listens, out of the page's sight; never throws.
   */
  watch(target: CaptureTarget): { stop(): Promise<Obtained<PageEvents>> };
  /** Requests that this extension itself has caused since the browser started. */
  ownRequests(): number;
  openAside(): Aside;
  software(): Promise<SoftwareFacts>;
}
