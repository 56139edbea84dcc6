import type { IndicatorConfidence, IndicatorOrigin } from '@/utils/domain/indicator';
import type { Link } from './link';
import type { MailAddress } from './mail';
import type { PageContext } from './page-context';

/** A piece of the normalised text that a stream found; offsets are offsets into `Scan.text`. */
export interface Candidate {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Parsed, for candidates of the link stream. */
  readonly link?: Link;
  /** Offset of the `@`, for candidates of the at-sign stream. */
  readonly at?: number;
  /** The mail address or JID around the `@`, if it is one. */
  readonly mail?: MailAddress;
}

/** One source while it is scanned: its normalised text and where it stood. */
export interface Scan {
  readonly text: string;
  readonly origin: IndicatorOrigin;
  readonly place: string;
  readonly page: PageContext;
}

/** What a family makes of a candidate; offsets are offsets into `Scan.text`. */
export interface Finding {
  readonly type: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** False: the checksum is broken, shown as suspect. Absent: true. */
  readonly valid?: boolean;
  readonly confidence: IndicatorConfidence;
  readonly reason: string;
  readonly facts?: Readonly<Record<string, string>>;
  /** Decoded text inside the range (a link in a link's query) that is to be searched as well. */
  readonly nested?: string;
}

/** How candidates are cut out of a text: linear, every quantifier bounded, in order, not overlapping. */
export interface Stream {
  readonly name: string;
  /** Calls `visit` with each candidate in turn: it then dies young, which costs next to nothing. */
  find(text: string, visit: (candidate: Candidate) => void): void;
  /** True: the first family that takes a candidate keeps it. */
  readonly exclusive: boolean;
  /** True: what was taken from this stream is not offered to the streams with `outsideTaken`. */
  readonly takes: boolean;
  readonly outsideTaken: boolean;
}

/** One way in which a family looks at a stream. */
export interface Rule {
  readonly on: Stream;
  /** The longest candidate by its first character (ASCII code), 0: none; others aren't offered to it. Absent: any. */
  readonly longest?: Uint16Array;
  take(candidate: Candidate, scan: Scan): Finding | readonly Finding[] | undefined;
}

/** A family of identifiers: its types and its rules. The order in the registry decides exclusive streams. */
export interface Family {
  readonly name: string;
  readonly types: readonly string[];
  readonly rules: readonly Rule[];
}
