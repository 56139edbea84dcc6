import type { Watch } from '@/utils/domain/indicator';
import type { Clock } from '@/utils/domain/time';
import { ExpectedError } from '@/utils/errors';
import { extractFromSources } from '@/utils/indicators/extract';
import { joinWords } from '@/utils/search/words';
import type { Store } from '@/utils/store';
import { requireOpen } from './cases';
import { cleanText, operatorName } from './written';

interface Context {
  readonly store: Store;
  readonly clock: Clock;
}

/** Marks an indicator of a case as irrelevant, or takes the mark off; both are journaled with who and why. */
export async function markIndicator(
  { store, clock }: Context,
  input: { caseId: string; type: string; value: string; irrelevant: boolean; reason: string },
): Promise<void> {
  const { caseId, type, value, irrelevant } = input;
  const reason = cleanText(input.reason);
  if (irrelevant && reason === '') throw new ExpectedError('invalid-indicator', { field: 'reason' });
  const { db, indicators, journal } = store;
  const at = clock.timestamp();
  await db.transaction('rw', db.cases, db.indicators, db.marks, db.journal, async () => {
    const known = (await indicators.findValue(type, value)).some((row) => row.caseId === caseId);
    if (!known) throw new ExpectedError('invalid-indicator', { field: 'value' });
    await requireOpen(store, caseId);
    const by = await operatorName(store, caseId);
    if (irrelevant) await indicators.putMark({ caseId, type, value, irrelevant, reason, by, at });
    else await indicators.removeMark(caseId, type, value);
    const kind = irrelevant ? 'indicator-marked' : 'indicator-unmarked';
    await journal.append({
      case: caseId,
      time: at,
      kind,
      data: { type, value: cleanText(value), reason, by },
    });
  });
}

/**
 * Adds what a person saw in a capture and no detector took. If a detector of that type knows the value, its
 * normal form is stored, and its own word on the checksum. Gives the stored value.
 */
export async function addIndicator(
  { store, clock }: Context,
  input: { captureId: string; type: string; value: string; reason: string },
): Promise<string> {
  const written = cleanText(input.value);
  const reason = cleanText(input.reason);
  if (written === '') throw new ExpectedError('invalid-indicator', { field: 'value' });
  if (reason === '') throw new ExpectedError('invalid-indicator', { field: 'reason' });
  const { db, captures, indicators, journal, words } = store;
  const found = extractFromSources([{ origin: 'text', text: written }]).find(
    ({ type }) => type === input.type,
  );
  const value = found?.value ?? written;
  const at = clock.timestamp();
  await db.transaction('rw', [...captures.tables, db.cases, db.journal], async () => {
    const capture = await captures.get(input.captureId);
    if (!capture) throw new ExpectedError('invalid-indicator', { field: 'capture' });
    const { caseId } = capture;
    await requireOpen(store, caseId);
    const by = await operatorName(store, caseId);
    const valid = found?.valid ?? true;
    const known = await captures.indicatorsOf(capture.id);
    if (valid && !known.some((row) => row.type === input.type && row.value === value)) {
      await db.captures.update(capture.id, { indicatorCount: capture.indicatorCount + 1 });
    }
    await indicators.add({
      captureId: capture.id,
      caseId,
      type: input.type,
      value,
      valid,
      confidence: 'weak',
      reason,
      sightings: [],
      manual: { by, at },
    });
    await words.append(capture.id, joinWords([value, written]));
    const data = { capture: capture.id, type: input.type, value, written, reason, by };
    await journal.append({ case: caseId, time: at, kind: 'indicator-added', data });
  });
  return value;
}

/** Adds a pattern to the watch-list; it must have something besides `*`. */
export async function addWatch(
  { store, clock }: Context,
  id: string,
  input: { pattern: string; note: string },
): Promise<Watch> {
  const pattern = cleanText(input.pattern);
  if (pattern.replaceAll('*', '').trim().length < 3) throw new ExpectedError('invalid-watch');
  const watch: Watch = { id, pattern, note: cleanText(input.note), createdAt: clock.timestamp() };
  await store.indicators.putWatch(watch);
  return watch;
}
