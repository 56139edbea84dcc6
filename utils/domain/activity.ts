import type { ErrorRecord } from '../errors';
import type { ObserverEffect, StepRecord } from './capture';

export type ActivityState = 'queued' | 'working' | 'done' | 'failed';

interface ActivityBase {
  readonly id: string;
  readonly caseId: string;
  readonly state: ActivityState;
  readonly startedAt: string;
  /** Set when `state` is `failed`. */
  readonly error?: ErrorRecord;
}

/** A capture under way or just ended. Its id is the capture's id. `steps` grows as they end. */
export interface CaptureActivity extends ActivityBase {
  readonly kind: 'capture';
  readonly tabId: number;
  readonly url: string;
  /** The step that runs now; null before the first and after the last. */
  readonly step: StepRecord['name'] | null;
  readonly steps: readonly StepRecord[];
  /** Set when done: SHA-256 of `capture.json`. */
  readonly sha256?: string;
  /** Set when done: the page was still being loaded when it was read. */
  readonly wasLoading?: boolean;
  /** Set when done: what the site could have noticed. */
  readonly observer?: ObserverEffect;
}

/** `hash` where the bundle is composed of stored files, `write` where it is written out, `encrypt` where that is asked for. */
export const EXPORT_PHASES = ['check', 'compose', 'stamp', 'hash', 'write', 'encrypt', 'download'] as const;
export type ExportPhase = (typeof EXPORT_PHASES)[number];

/** A file that an export gave: its name on the disk may have got a number from the browser. */
export interface ExportedFile {
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** An export under way or just ended. */
export interface ExportActivity extends ActivityBase {
  readonly kind: 'export';
  readonly phase: ExportPhase | null;
  /** Bytes done and to do of the phase; both 0 while it counts none. */
  readonly doneBytes: number;
  readonly totalBytes: number;
  /** Set when done: the bundle; `container` is the file it was encrypted into, if it was. */
  readonly bundle?: ExportedFile;
  readonly container?: ExportedFile | null;
  /** Set when done, if a timestamp was asked for: its time, or why the bundle is without one. */
  readonly timestamp?: TimestampOutcome;
}

/** A bundle being taken into the casebook. `caseId` is '' until its case is known. */
export interface ImportActivity extends ActivityBase {
  readonly kind: 'import';
  readonly phase: 'verify' | 'store' | null;
  readonly fileName: string;
  /** Bytes done and to do of the phase. */
  readonly doneBytes: number;
  readonly totalBytes: number;
  /** Set when done: captures that were taken, and that were there already. */
  readonly captures?: number;
  readonly known?: number;
}

/** What became of a timestamp that an export asked for. `time`: ISO 8601, by the authority's clock. */
export type TimestampOutcome =
  | { readonly ok: true; readonly time: string }
  | { readonly ok: false; readonly error: ErrorRecord };

/** Long work as the popup and the casebook show it; kept in the store, so a closed popup or a stopped worker loses no sight of it. */
export type Activity = CaptureActivity | ExportActivity | ImportActivity;
