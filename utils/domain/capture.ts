import type { Official } from './case';
import type { NetworkFacts, Obtained } from './network';

export type CaptureTrigger = 'popup' | 'shortcut' | 'context-menu';

/** The steps of a capture, in their order: what the site could notice comes last. `save` is not in `capture.json`, which it stores. */
export const STEP_NAMES = [
  'viewport',
  'dom',
  'mhtml',
  'assemble',
  'page-images',
  'panes',
  'refetch',
  'crops',
  'qr',
  'indicators',
  'save',
] as const;
export type StepName = (typeof STEP_NAMES)[number];

/** Why a step was left out by design. */
export type SkipReason = 'page-fits-window' | 'not-in-this-browser' | 'no-panes';

/**
 * `skipped`: not needed, or not in this browser; `failed`: it should have given something and did not.
 * `reason` is a `SkipReason`, an `ExpectedErrorCode`, or the browser's own words.
 */
export interface StepRecord {
  readonly name: StepName;
  readonly outcome: 'done' | 'failed' | 'skipped';
  /** Milliseconds from the start of the capture, monotonic clock. */
  readonly startedMs: number;
  readonly durationMs: number;
  readonly reason?: string;
}

/** One file of a capture. `sha256` in lower-case hex. */
export interface ArtifactRecord {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** For pictures: `photographed` pixels came from the browser's compositor, `rendered` were drawn anew by html2canvas. */
  readonly pixels?: 'photographed' | 'rendered';
  readonly width?: number;
  readonly height?: number;
}

export interface ViewportFacts {
  readonly width: number;
  readonly height: number;
  readonly devicePixelRatio: number;
  readonly zoom: number | null;
  readonly scrollX: number;
  readonly scrollY: number;
  readonly pageWidth: number;
  readonly pageHeight: number;
}

/** A resource that belongs to the page and whose bytes were not to be had without asking the site for it. */
export interface MissingResource {
  readonly url: string;
  /** `img`, `css`, `font`, `frame`, `media`, … */
  readonly kind: string;
  readonly reason: string;
}

/** A file of the page that the site was asked for once more, because the operative's setting allows it. */
export interface RefetchedResource {
  readonly url: string;
  /** Timestamp of the request. */
  readonly at: string;
  /** Status code; null if no answer came. */
  readonly status: number | null;
  readonly bytes: number;
  /** Why it is missing all the same. */
  readonly reason?: string;
}

/** What a page's documents were given to notice, in all frames together. */
export interface PageEvents {
  readonly mutations: number;
  readonly scrolls: number;
  readonly resizes: number;
  /** `focus`, `blur` of the window and `visibilitychange`. */
  readonly focusChanges: number;
}

/** What the site could have noticed of the capture. */
export interface ObserverEffect {
  /** Requests that the capture made, or may have led the page to make; likewise what it did to the page. */
  readonly requests: number;
  readonly scrolled: boolean;
  readonly resized: boolean;
  readonly activated: boolean;
  /**
   * Counted in the page from the first step to the last, whoever caused it. A capture changes no DOM: mutations
   * are the site's own, if only in answer to a `resize`.
   */
  readonly seen: Obtained<PageEvents>;
}

/** How the pictures below the fold were taken. */
export type PictureMethod = 'cdp-clips' | 'capture-tab' | 'scrolled' | 'rendered' | 'none';

/** How the operative wants them taken; `automatic`: by the best way that the browser grants and the site can't see. */
export type PictureStrategy = 'automatic' | Exclude<PictureMethod, 'none'>;

/** Is this the name of a tile of the whole page: `page-01.png`, `page-02.png`, …? */
export function isTileName(name: string): boolean {
  return /^page-\d+\.png$/.test(name);
}

/** What pictures can fail to show, and what was not there yet; each has a text in every language (`remark.<code>`). */
export const REMARK_CODES = [
  'page-loading',
  'frames-loading',
  'page-cut',
  'page-grew',
  'scroll-time',
  'page-wider',
  'covered',
  'layer',
  'pictures-not-loaded',
  'frame-blank',
  'panes-left',
  'panes-in-frames',
  'pane-cut',
  'pane-gap',
] as const;

/** What a reader must know of the pictures; `facts` fill the text's placeholders. `notes` say it in English. */
export interface Remark {
  readonly code: (typeof REMARK_CODES)[number];
  readonly facts: Readonly<Record<string, string>>;
}

/** A QR code that was read off the page's pixels or off one of its picture files. */
export interface QrCodeRecord {
  /** Exactly what it says. */
  readonly text: string;
  /** The picture it came from: frame path, kind and URL or position; also the place of its indicators' sightings. */
  readonly place: string;
  /** Where it was seen, in CSS pixels of the page; absent if it was only in a file. */
  readonly rect?: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

/** What made a file. `build`: SHA-256 of the extension's sources. */
export interface SoftwareFacts {
  readonly name: string;
  readonly version: string;
  readonly build: string;
  readonly browser: string;
  readonly os: string;
}

/** The content of `capture.json`; its SHA-256 stands for the whole capture, since it names every other file's. */
export interface CaptureManifest {
  readonly format: 'osmotr-capture/1';
  readonly id: string;
  /** The case at the time of the capture; a later move is in the journals. */
  readonly caseId: string;
  readonly trigger: CaptureTrigger;
  readonly operator: Official | null;
  readonly page: {
    readonly url: string;
    readonly title: string;
    readonly language: string;
    readonly charset: string;
    readonly contentType: string;
    readonly referrer: string;
  };
  readonly network: Obtained<NetworkFacts>;
  readonly viewport: ViewportFacts | null;
  /** `network` stands at every frame but the tab's own document, whose facts are above. */
  readonly frames: readonly {
    readonly path: string;
    readonly url: string;
    readonly network?: Obtained<NetworkFacts>;
  }[];
  readonly time: {
    readonly started: string;
    readonly finished: string;
    readonly timeZone: string;
    readonly utcOffsetMinutes: number;
    readonly durationMs: number;
  };
  readonly software: SoftwareFacts;
  readonly pictures: PictureMethod;
  readonly steps: readonly StepRecord[];
  readonly artifacts: readonly ArtifactRecord[];
  readonly missing: readonly MissingResource[];
  /** There if the operative's setting allowed to ask the site again: every request made. */
  readonly refetched?: readonly RefetchedResource[];
  readonly qrCodes: readonly QrCodeRecord[];
  /** What was taken out of `page.html` so that it is inert: `script` → 12, … */
  readonly removed: Readonly<Record<string, number>>;
  readonly observer: ObserverEffect;
  readonly remarks: readonly Remark[];
  /** Whatever else a reader must know, in English: where reading stopped at a limit, why pictures are drawn. */
  readonly notes: readonly string[];
}

/** A capture as it is listed. `sha256` and `files` cover `capture.json` too. */
export interface Capture {
  readonly id: string;
  readonly caseId: string;
  /** Number within its case, from 1; given anew when it is moved. */
  readonly number: number;
  readonly startedAt: string;
  readonly url: string;
  readonly host: string;
  readonly title: string;
  /** SHA-256 of `capture.json`. */
  readonly sha256: string;
  readonly bytes: number;
  readonly indicatorCount: number;
  /** False if a step failed: then `failedSteps` names them. */
  readonly complete: boolean;
  readonly failedSteps: readonly StepName[];
  /** Patterns of the watch-list that it contained at that moment. */
  readonly watched: readonly string[];
  /** What people filed it under; the one thing here that they may change. */
  readonly tags: readonly string[];
}

/** A file as stored: `crc32` (of the plain bytes) is kept so that it can be put into a ZIP without being read. */
export interface StoredArtifact extends ArtifactRecord {
  readonly captureId: string;
  readonly crc32: number;
  /** Set if the bytes lie deflated (RFC 1951): how many they are so. */
  readonly deflatedBytes?: number;
}
