import * as v from 'valibot';
import { canonicalJson } from '@/utils/domain/canonical-json';
import type { JournalEvent } from '@/utils/domain/journal';
import { verifyChain } from '@/utils/domain/journal-chain';
import type { JsonObject } from '@/utils/domain/json';
import { BUNDLE_PATHS } from '../layout';
import { parseJson, readText, unreadable, type VerifyContext } from './context';

const { journal: JOURNAL } = BUNDLE_PATHS;

const ENTERED: readonly string[] = ['capture-saved', 'capture-moved-in', 'capture-restored'];
const LEFT: readonly string[] = ['capture-moved-out', 'capture-deleted'];

// Kinds are not enumerated: a journal of a later version has further ones, and its chain holds all the same.
const eventSchema = v.looseObject({
  seq: v.number(),
  case: v.string(),
  time: v.string(),
  kind: v.string(),
  data: v.record(v.string(), v.unknown()),
  prev: v.string(),
  hash: v.string(),
});

/** What a sound chain comes to. */
export interface JournalFacts {
  readonly count: number;
  readonly head: string;
  readonly caseId: string | null;
  /** The hash under which each capture that is in the case after the last event entered it, by the capture's id. */
  readonly captures: ReadonlyMap<string, string>;
}

/** The chain, recomputed from its first event. Null, with a finding, if it doesn't hold. */
export async function checkJournal(context: VerifyContext): Promise<JournalFacts | null> {
  const text = await readText(context, 'journal', JOURNAL);
  if (text === null) {
    context.skip('journal');
    return null;
  }
  const events = parseEvents(context, text);
  const report = events && verifyChain(events);
  if (!report) return null;
  if (report.ok) {
    const { count, head } = report;
    const captures = presentCaptures(events);
    return { count, head, caseId: events[0]?.case ?? null, captures };
  }
  context.report({
    step: 'journal',
    code: 'journal-broken',
    file: JOURNAL,
    against: '',
    expected: `event ${report.position}: ${report.problem} ${report.expected}`,
    found: `${report.problem} ${report.found}`,
  });
  return null;
}

function parseEvents(context: VerifyContext, text: string): JournalEvent[] | null {
  const lines = text.split('\n');
  if (lines.pop() !== '') {
    unreadable(context, 'journal', JOURNAL, 'a line end after the last event', 'none');
    return null;
  }
  const events: JournalEvent[] = [];
  for (const [index, line] of lines.entries()) {
    const event = parseEvent(line);
    if (!event) {
      unreadable(
        context,
        'journal',
        JOURNAL,
        `line ${index + 1}: an event in canonical JSON`,
        line.slice(0, 80),
      );
      return null;
    }
    events.push(event);
  }
  return events;
}

// Canonical form leaves no room for a member that stands twice, of which two programs would read two values.
function parseEvent(line: string): JournalEvent | null {
  const value = parseJson(line);
  if (!v.is(eventSchema, value)) return null;
  try {
    return canonicalJson(value as JsonObject) === line ? (value as unknown as JournalEvent) : null;
  } catch (error) {
    // TypeError: a lone surrogate; RangeError: nested deeper than the stack.
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

/** The captures that are in the case after the last event: entered, and neither moved out nor deleted for good. */
function presentCaptures(events: readonly JournalEvent[]): Map<string, string> {
  const present = new Map<string, string>();
  for (const { kind, data } of events) {
    const id = String(data.capture);
    if (ENTERED.includes(kind)) present.set(id, String(data.sha256));
    if (LEFT.includes(kind)) present.delete(id);
  }
  return present;
}
