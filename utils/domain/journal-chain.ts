import { canonicalJson } from './canonical-json';
import { sha256Hex } from './hash';
import type { JournalEvent } from './journal';
import type { JsonObject } from './json';

/** `prev` of the first event of a chain. */
export const CHAIN_START = '0'.repeat(64);

/** An event before it is chained. */
export type JournalDraft = Pick<JournalEvent, 'case' | 'time' | 'kind' | 'data'>;

/** The event that follows `previous` (null: the first of its chain), with `seq`, `prev` and `hash` set. */
export function chainEvent(previous: JournalEvent | null, draft: JournalDraft): JournalEvent {
  const body = {
    seq: (previous?.seq ?? 0) + 1,
    case: draft.case,
    time: draft.time,
    kind: draft.kind,
    data: draft.data,
    prev: previous?.hash ?? CHAIN_START,
  };
  return { ...body, hash: hashEvent(body) };
}

/** SHA-256 over the canonical JSON of everything in the event but `hash`. */
export function hashEvent(event: Omit<JournalEvent, 'hash'> & { hash?: string }): string {
  const { hash: _ignored, ...body } = event;
  return sha256Hex(canonicalJson(body as unknown as JsonObject));
}

export type ChainReport =
  | { readonly ok: true; readonly count: number; readonly head: string }
  | {
      readonly ok: false;
      /** Position in the list, from 1. */
      readonly position: number;
      readonly problem: 'seq' | 'case' | 'prev' | 'hash';
      readonly expected: string;
      readonly found: string;
    };

/** Recomputes a chain from its first event; stops at the first event that doesn't fit. */
export function verifyChain(events: readonly JournalEvent[]): ChainReport {
  let head = CHAIN_START;
  for (const [index, event] of events.entries()) {
    const position = index + 1;
    const checks = [
      ['seq', String(position), String(event.seq)],
      ['case', String(events[0]?.case), String(event.case)],
      ['prev', head, String(event.prev)],
      ['hash', hashEvent(event), String(event.hash)],
    ] as const;
    const broken = checks.find(([, expected, found]) => expected !== found);
    if (broken) return { ok: false, position, problem: broken[0], expected: broken[1], found: broken[2] };
    head = event.hash;
  }
  return { ok: true, count: events.length, head };
}
