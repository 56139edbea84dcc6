import type { JsonObject } from './json';

/** What can happen in a case. Each kind's `data` is documented in docs of the bundle format. */
export type JournalKind =
  | 'case-created'
  | 'case-updated'
  | 'procedure-updated'
  | 'case-archived'
  | 'case-unarchived'
  | 'capture-started'
  | 'capture-saved'
  | 'capture-failed'
  | 'capture-interrupted'
  | 'capture-moved-in'
  | 'capture-moved-out'
  | 'capture-tagged'
  | 'note-added'
  | 'region-marked'
  | 'region-removed'
  | 'capture-deleted'
  | 'capture-restored'
  | 'indicator-added'
  | 'indicator-marked'
  | 'indicator-unmarked'
  | 'sealing-key-created'
  | 'backup-created'
  | 'backup-restored'
  | 'store-wiped'
  | 'case-imported'
  | 'export-started'
  | 'export-finished'
  | 'export-failed';

/**
 * One line of a case's journal. `seq` counts from 1; `prev` is the `hash` of the event before
 * (64 zeros for the first); `hash` = SHA-256, lower-case hex, over the RFC 8785 canonical JSON of the
 * event without `hash`. `case` pins the event to its chain.
 */
export interface JournalEvent {
  readonly seq: number;
  readonly case: string;
  readonly time: string;
  readonly kind: JournalKind;
  readonly data: JsonObject;
  readonly prev: string;
  readonly hash: string;
}
