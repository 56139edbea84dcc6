import type { CaptureTrigger } from '@/utils/domain/capture';
import type { CaseDetails } from '@/utils/domain/case';
import type { CaseProcedure } from '@/utils/domain/procedure';
import type { ErrorRecord } from '@/utils/errors';

/** Every message of the extension: what goes in and what comes back. One object in, errors returned as data. */
export interface ProtocolMap {
  /** Puts a capture into the queue; its progress is the activity of that id. `panes`: scroll inner areas too. */
  capturePage(input: { tabId: number; caseId: string; trigger: CaptureTrigger; panes: boolean }): {
    activityId: string;
  };
  /** Does nothing: it wakes a background that was stopped, which then ends what it left unfinished. */
  wake(input: Record<string, never>): Record<string, never>;
  createCase(input: CaseDetails): { caseId: string };
  updateCase(input: { caseId: string; details: CaseDetails }): Record<string, never>;
  /** Changes what is given of what a protocol needs of a case: legal basis, participants, registration. */
  updateProcedure(input: { caseId: string; procedure: Partial<CaseProcedure> }): Record<string, never>;
  /** Gives captures to another case, all or none. */
  moveCaptures(input: { captureIds: readonly string[]; caseId: string }): Record<string, never>;
  /** Puts tags on captures and takes others off. */
  tagCaptures(input: {
    captureIds: readonly string[];
    add: readonly string[];
    remove: readonly string[];
  }): Record<string, never>;
  /** Adds a note to a capture; `corrects` is the note that it corrects. */
  addNote(input: { captureId: string; text: string; corrects: string | null }): { noteId: string };
  /** Marks a part of one of a capture's pictures, in whole pixels of that file. */
  markRegion(input: {
    captureId: string;
    file: string;
    x: number;
    y: number;
    width: number;
    height: number;
    caption: string;
  }): { regionId: string };
  removeRegion(input: { captureId: string; regionId: string }): Record<string, never>;
  /** Puts a case away, or takes it out of the archive. */
  archiveCase(input: { caseId: string; isArchived: boolean }): Record<string, never>;
  /** Deletes a capture; its files go after `UNDO_MS`. Needs a reason and a name. */
  deleteCapture(input: { captureId: string; reason: string; by: string }): Record<string, never>;
  undoDeletion(input: { captureId: string }): Record<string, never>;
  /** Writes into the inbox's journal that a page has made a backup. */
  recordBackup(input: {
    sha256: string;
    fileName: string;
    bytes: number;
    captures: number;
  }): Record<string, never>;
  /** Removes everything but the language; the page has asked for a typed confirmation. */
  wipeStore(input: Record<string, never>): Record<string, never>;
  /** Marks an indicator of a case as irrelevant, or takes the mark off; `reason` is needed for marking. */
  markIndicator(input: {
    caseId: string;
    type: string;
    value: string;
    irrelevant: boolean;
    reason: string;
  }): Record<string, never>;
  /** Adds an indicator that a person saw in a capture; the value is brought to its normal form where its type has one. */
  addIndicator(input: { captureId: string; type: string; value: string; reason: string }): { value: string };
  addWatch(input: { pattern: string; note: string }): { watchId: string };
  removeWatch(input: { watchId: string }): Record<string, never>;
  /**
   * Starts an export, which goes on without the page that asked for it; its progress is the activity of that id.
   * Without `captureIds` the whole case. With a `passphrase`, which is kept nowhere, in an encrypted container.
   */
  exportCase(input: { caseId: string; captureIds?: readonly string[]; passphrase?: string }): {
    activityId: string;
  };
  /** Sends a timestamp query to the authority of the settings; the answer comes back as it is, unchecked. */
  askAuthority(input: { query: Uint8Array<ArrayBuffer> }): { answer: Uint8Array<ArrayBuffer> };
  /** Ends an export that is queued or under way; one that has ended already stays as it is. */
  cancelExport(input: { activityId: string }): Record<string, never>;
  /**
   * Takes a bundle into the casebook; `transferId`: under which its file is offered (`offerFile`). It goes on without
   * the page that asked for it; its progress is the activity of that id.
   */
  importBundle(input: { transferId: string; by: string }): { activityId: string };
  /** Ends an import that is queued or under way; one that has ended already stays as it is. */
  cancelImport(input: { activityId: string }): Record<string, never>;
  /** Can this tab be captured? `reason` is set if not. */
  inspectTab(input: { tabId: number }): { reason: ErrorRecord | null };
}

export type MessageName = keyof ProtocolMap;
export type MessageInput<Name extends MessageName> = Parameters<ProtocolMap[Name]>[0];
export type MessageOutput<Name extends MessageName> = ReturnType<ProtocolMap[Name]>;

/** A message as it travels. `osmotr` tells it from anything else that may be sent. */
export interface Envelope<Name extends MessageName = MessageName> {
  readonly osmotr: Name;
  readonly input: MessageInput<Name>;
}

/** An answer as it travels: a value or an error, never a rejected promise. */
export type Answer<Name extends MessageName = MessageName> =
  | { readonly ok: true; readonly value: MessageOutput<Name> }
  | { readonly ok: false; readonly error: ErrorRecord };
