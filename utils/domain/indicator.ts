import type { IndicatorFacts } from './indicator-facts';

/**
 * Where a sighting stood. `text` offsets point into the capture's `text.txt` when the source is the stored text;
 * `pane`: the text of an inner area, whose file is the `place`.
 */
export const INDICATOR_ORIGINS = [
  'text',
  'href',
  'attribute',
  'script',
  'meta',
  'comment',
  'url',
  'qr',
  'pane',
] as const;

export type IndicatorOrigin = (typeof INDICATOR_ORIGINS)[number];

export type IndicatorConfidence = 'certain' | 'likely' | 'weak';

/** One piece of the page that is searched by itself; offsets of sightings are offsets into `text` (UTF-16 code units). */
export interface IndicatorSource {
  readonly origin: IndicatorOrigin;
  readonly text: string;
  /** Where in the page: `0.1 a[href]` is attribute `href` of an `a` in the frame at path 0.1. */
  readonly place?: string;
}

/** One place where an indicator was found. */
export interface Sighting {
  /** Exactly what stood there, before any normalisation. */
  readonly raw: string;
  readonly origin: IndicatorOrigin;
  readonly place?: string;
  readonly start?: number;
  readonly end?: number;
  /** Up to some 60 characters on both sides, as they stood. */
  readonly context: string;
}

/** A typed, normalised identifier; one per distinct `(type, value)`. */
export interface Indicator {
  readonly type: string;
  readonly value: string;
  /** False: suspect, the checksum is broken; shown, never counted as found. */
  readonly valid: boolean;
  readonly confidence: IndicatorConfidence;
  /** Why it was taken, in English, short: `checksum`, `link`, `label "жаба" 12 characters before`. */
  readonly reason: string;
  readonly sightings: readonly Sighting[];
  /** Set if a person added it by hand: who, when (timestamp); `reason` is why. */
  readonly manual?: { readonly by: string; readonly at: string };
  /** Further facts of the value: card scheme, country, start parameter of a bot link, amount of a wallet URI. */
  readonly facts?: IndicatorFacts;
}

/** What a person decided about an indicator in a case. It stays in the bundle, with the mark. */
export interface IndicatorMark {
  readonly caseId: string;
  readonly type: string;
  readonly value: string;
  readonly irrelevant: true;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/**
 * What the operative watches for: a value, or a pattern in which `*` stands for anything, without regard to
 * case. It belongs to the machine, not to a case.
 */
export interface Watch {
  readonly id: string;
  readonly pattern: string;
  readonly note: string;
  readonly createdAt: string;
}
