import { type CaptureNote, changeTags, type PictureRegion, type PixelRect } from '@/utils/domain/annotation';
import type { Capture } from '@/utils/domain/capture';
import type { Clock } from '@/utils/domain/time';
import { ExpectedError } from '@/utils/errors';
import { joinWords } from '@/utils/search/words';
import type { Store } from '@/utils/store';
import { requireOpen } from './cases';
import { cleanText, operatorName } from './written';

interface Context {
  readonly store: Store;
  readonly clock: Clock;
}

const LONGEST_NOTE = 10_000;
const MOST_TAGS = 30;

/** Adds a note to a capture; its whole text is in the journal too, so that nobody can change it later. */
export async function addNote(
  { store, clock }: Context,
  id: string,
  input: { captureId: string; text: string; corrects: string | null },
): Promise<void> {
  const text = cleanText(input.text, LONGEST_NOTE);
  if (text === '') throw invalid('text');
  const { captureId, corrects } = input;
  const { db, annotations, journal, words } = store;
  const at = clock.timestamp();
  await db.transaction('rw', [db.cases, db.captures, db.notes, db.words, db.journal], async () => {
    const { caseId } = await existingCapture(store, captureId);
    const notes = await annotations.notesOf(captureId);
    if (corrects !== null && !notes.some((note) => note.id === corrects)) throw invalid('corrects');
    const note: CaptureNote = { id, captureId, text, corrects, by: await operatorName(store, caseId), at };
    await annotations.addNote(note);
    await words.append(captureId, joinWords([text]));
    const data = { capture: captureId, note: id, text, corrects, by: note.by };
    await journal.append({ case: caseId, time: at, kind: 'note-added', data });
  });
}

export interface NewRegion extends PixelRect {
  readonly captureId: string;
  readonly file: string;
  readonly caption: string;
}

/** Marks a part of a picture. The picture stays as it is; throws `invalid-annotation` if the mark isn't wholly on it. */
export async function markRegion(
  { store, clock }: Context,
  id: string,
  { captureId, file, caption: typed, x, y, width, height }: NewRegion,
): Promise<void> {
  const caption = cleanText(typed);
  if (caption === '') throw invalid('caption');
  const { db, captures, annotations, journal } = store;
  const at = clock.timestamp();
  await db.transaction('rw', [db.cases, db.captures, db.artifacts, db.regions, db.journal], async () => {
    const { caseId } = await existingCapture(store, captureId);
    const picture = (await captures.artifacts(captureId)).find(({ name }) => name === file);
    if (!picture || !isWithin({ x, y, width, height }, picture)) throw invalid('region');
    const by = await operatorName(store, caseId);
    const mark = { file, sha256: picture.sha256, x, y, width, height, caption, by };
    const region: PictureRegion = { id, captureId, ...mark, at };
    await annotations.addRegion(region);
    const data = { capture: captureId, region: id, ...mark };
    await journal.append({ case: caseId, time: at, kind: 'region-marked', data });
  });
}

/** Takes a mark off a picture; the journal keeps that it was there. */
export async function removeRegion(
  { store, clock }: Context,
  input: { captureId: string; regionId: string },
): Promise<void> {
  const { captureId, regionId } = input;
  const { db, annotations, journal } = store;
  const time = clock.timestamp();
  await db.transaction('rw', db.cases, db.captures, db.regions, db.journal, async () => {
    const { caseId } = await existingCapture(store, captureId);
    const regions = await annotations.regionsOf(captureId);
    if (!regions.some(({ id }) => id === regionId)) throw invalid('region');
    await annotations.removeRegion(regionId);
    const data = { capture: captureId, region: regionId, by: await operatorName(store, caseId) };
    await journal.append({ case: caseId, time, kind: 'region-removed', data });
  });
}

/** Puts tags on captures and takes others off; a capture whose tags stay the same leaves no event. */
export async function tagCaptures(
  { store, clock }: Context,
  input: { captureIds: readonly string[]; add: readonly string[]; remove: readonly string[] },
): Promise<void> {
  const add = input.add.map((tag) => cleanText(tag));
  const { db, journal } = store;
  const time = clock.timestamp();
  await db.transaction('rw', db.cases, db.captures, db.journal, async () => {
    for (const captureId of input.captureIds) {
      const { caseId, tags: before } = await existingCapture(store, captureId);
      const tags = changeTags(before, add, input.remove);
      if (tags.length > MOST_TAGS) throw invalid('tag');
      if (tags.join('\n') === before.join('\n')) continue;
      await db.captures.update(captureId, { tags });
      const data = { capture: captureId, tags, by: await operatorName(store, caseId) };
      await journal.append({ case: caseId, time, kind: 'capture-tagged', data });
    }
  });
}

/** The capture whose case is open for changes. */
async function existingCapture(store: Store, id: string): Promise<Capture> {
  const capture = await store.captures.get(id);
  if (!capture) throw invalid('capture');
  await requireOpen(store, capture.caseId);
  return capture;
}

function isWithin({ x, y, width, height }: PixelRect, picture: { width?: number; height?: number }): boolean {
  return (
    [x, y, width, height].every(Number.isInteger) &&
    Math.min(x, y) >= 0 &&
    Math.min(width, height) >= 1 &&
    x + width <= (picture.width ?? 0) &&
    y + height <= (picture.height ?? 0)
  );
}

function invalid(field: string): ExpectedError {
  return new ExpectedError('invalid-annotation', { field });
}
