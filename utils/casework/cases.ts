import * as v from 'valibot';
import type { Capture } from '@/utils/domain/capture';
import { type Case, type CaseDetails, detailsOf, INBOX_CASE_ID } from '@/utils/domain/case';
import type { Clock } from '@/utils/domain/time';
import { ExpectedError } from '@/utils/errors';
import type { Store } from '@/utils/store';

const line = v.pipe(v.string(), v.trim(), v.maxLength(500));

const detailsSchema = v.object({
  title: v.pipe(line, v.nonEmpty()),
  registerNumber: line,
  jurisdiction: v.picklist(['kz', 'uz']),
  unit: line,
  position: line,
  rank: line,
  name: line,
});

/** Trims and checks what was typed in; throws `invalid-case` with the name of the first bad field. */
export function parseCaseDetails(details: unknown): CaseDetails {
  const parsed = v.safeParse(detailsSchema, details);
  if (parsed.success) return parsed.output;
  throw new ExpectedError('invalid-case', { field: String(parsed.issues[0].path?.[0]?.key ?? '') });
}

interface Context {
  readonly store: Store;
  readonly clock: Clock;
}

/** Opens a case; its journal begins with the event `case-created`. */
export async function createCase({ store, clock }: Context, id: string, input: unknown): Promise<Case> {
  const details = parseCaseDetails(input);
  const time = clock.timestamp();
  const created: Case = { ...details, id, createdAt: time, updatedAt: time };
  await store.db.transaction('rw', store.db.cases, store.db.journal, async () => {
    await store.cases.put(created);
    await store.journal.append({ case: id, time, kind: 'case-created', data: { ...details } });
  });
  return created;
}

/** Changes a case's details; the journal keeps both the old and the new ones. */
export async function updateCase({ store, clock }: Context, id: string, input: unknown): Promise<void> {
  const details = parseCaseDetails(input);
  const time = clock.timestamp();
  await store.db.transaction('rw', store.db.cases, store.db.journal, async () => {
    const matter = await openCase(store, id);
    await store.cases.put({ ...matter, ...details, updatedAt: time });
    const data = { before: { ...detailsOf(matter) }, after: { ...details } };
    await store.journal.append({ case: id, time, kind: 'case-updated', data });
  });
}

/** The case, or the error `case-not-found`. */
export async function existingCase(store: Store, id: string): Promise<Case> {
  const found = await store.cases.get(id);
  if (!found) throw new ExpectedError('case-not-found');
  return found;
}

/** The case, or the error `case-not-found`, `case-imported` or `case-archived`. */
export async function openCase(store: Store, id: string): Promise<Case> {
  const found = await ownCase(store, id);
  if (found.archivedAt !== undefined) throw new ExpectedError('case-archived');
  return found;
}

/** The case, or the error `case-not-found` or `case-imported`. */
export async function ownCase(store: Store, id: string): Promise<Case> {
  const found = await existingCase(store, id);
  if (found.imported) throw new ExpectedError('case-imported');
  return found;
}

/** Throws `case-imported` or `case-archived` if nothing may be changed in it; the inbox is always open. */
export async function requireOpen(store: Store, caseId: string): Promise<void> {
  if (caseId !== INBOX_CASE_ID) await openCase(store, caseId);
}

/**
 * Gives captures to another case or to the inbox, all or none; they get its next numbers in their order. Both
 * journals keep each move, with the capture's hash; the files stay untouched.
 */
export async function moveCaptures(
  { store, clock }: Context,
  captureIds: readonly string[],
  to: string,
): Promise<void> {
  const time = clock.timestamp();
  const { db, captures, cases } = store;
  await db.transaction('rw', [...captures.tables, db.cases, db.journal], async () => {
    const found = await db.captures.bulkGet([...captureIds]);
    const moving = found.filter((capture) => capture !== undefined && capture.caseId !== to) as Capture[];
    if (found.includes(undefined)) throw new ExpectedError('nothing-captured');
    if (moving.length === 0) return;
    for (const from of new Set(moving.map(({ caseId }) => caseId))) await requireOpen(store, from);
    if (to !== INBOX_CASE_ID) await cases.put({ ...(await openCase(store, to)), updatedAt: time });
    for (const capture of moving) await moveOne(store, capture, to, time);
  });
}

async function moveOne({ captures, journal }: Store, capture: Capture, to: string, time: string) {
  const { id, caseId: from, sha256, url } = capture;
  const moved = await captures.move(id, to);
  const facts = { capture: id, sha256, url };
  await journal.append({
    case: from,
    time,
    kind: 'capture-moved-out',
    data: { ...facts, to, number: capture.number },
  });
  await journal.append({
    case: to,
    time,
    kind: 'capture-moved-in',
    data: { ...facts, from, number: moved.number },
  });
}
