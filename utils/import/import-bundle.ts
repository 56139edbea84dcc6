import { verifyBundle } from '@/utils/bundle/verify';
import type { ImportActivity } from '@/utils/domain/activity';
import { toWellFormed } from '@/utils/domain/canonical-json';
import { type CaseImport, INBOX_CASE_ID } from '@/utils/domain/case';
import { lastNumber } from '@/utils/domain/deletion';
import { throttled } from '@/utils/domain/throttled';
import type { Clock } from '@/utils/domain/time';
import type { BundleSummary } from '@/utils/domain/verification';
import { type ErrorRecord, ExpectedError, toErrorRecord } from '@/utils/errors';
import { captureWords } from '@/utils/search/words';
import type { Store } from '@/utils/store';
import { withStoreErrors } from '@/utils/store/store-error';
import { type ImportPlan, planImport } from './plan-import';
import { type ReadBundle, type ReadCapture, readBundle } from './read-bundle';

/** What an import asks of its surroundings. */
export interface ImportPorts {
  readonly clock: Clock;
  /** A small picture of a PNG for lists. */
  makeThumbnail(picture: Blob): Promise<Blob>;
}

export interface ImportOrder {
  readonly file: File;
  /** Who takes it in, as typed. */
  readonly by: string;
}

interface Context {
  readonly store: Store;
  readonly ports: ImportPorts;
}

// A picture whose header claims more would be unpacked into gigabytes.
const THUMBNAIL_PIXELS = 40_000_000;

/**
 * Takes a colleague's bundle into the casebook, all of it or nothing: verified again, whoever asks; bytes staged; then
 * case, captures, journal as it came and the event `case-imported` of the inbox in one transaction. The activity `id`, whose row must exist,
 * tells how it goes. An abort, with an `ExpectedError` as its reason, is a failure like another.
 */
export async function importBundle(
  { store, ports }: Context,
  id: string,
  order: ImportOrder,
  signal: AbortSignal,
): Promise<void> {
  const progress = throttled<Partial<ImportActivity>>(ports.clock, (change) =>
    store.activities.update(id, change),
  );
  try {
    await withStoreErrors(async () => {
      await store.activities.update(id, { state: 'working', phase: 'verify' });
      const summary = await requireSound(order.file, signal, progress);
      const bundle = await readBundle(order.file);
      const plan = await planImport(store, bundle);
      await store.activities.update(id, { phase: 'store', doneBytes: 0 });
      const derived = await stage({ store, ports }, plan, signal, progress);
      const record = describe(order, summary, plan, ports.clock.timestamp());
      await publish(store, { id, bundle, plan, record, derived });
    });
  } catch (thrown) {
    await store.imports.dropStaged();
    await store.activities.update(id, { state: 'failed', phase: null, error: explain(thrown) });
  }
}

/** A note, a region or a capture of an id that the store uses for something else makes the whole transaction fail. */
function explain(thrown: unknown): ErrorRecord {
  const isTaken = thrown instanceof Error && /^(Bulk|Constraint)Error$/.test(thrown.name);
  return toErrorRecord(isTaken ? new ExpectedError('import-conflict') : thrown);
}

async function requireSound(file: File, signal: AbortSignal, progress: Progress): Promise<BundleSummary> {
  const { ok, findings, summary } = await verifyBundle(file, {
    signal,
    onProgress: (bytes) => progress(bytes),
  });
  if (ok && summary) return summary;
  const [finding] = findings;
  throw new ExpectedError('import-refused', { file: finding?.file ?? '', code: finding?.code ?? '' });
}

/** What is made of a capture's files anew, by its id: it isn't in the bundle. */
type Derived = ReadonlyMap<string, { readonly thumbnail: Blob | null; readonly words: string }>;

async function stage({ store, ports }: Context, plan: ImportPlan, signal: AbortSignal, progress: Progress) {
  const totalBytes = plan.fresh.reduce((sum, { capture }) => sum + capture.bytes, 0);
  const derived = new Map<string, { thumbnail: Blob | null; words: string }>();
  let doneBytes = 0;
  for (const { capture, files, indicators, notes } of plan.fresh) {
    signal.throwIfAborted();
    await store.imports.stage(capture.id, files);
    const thumbnail = await thumbnailOf(files, ports);
    const text = (await (await store.captures.blob(capture.id, 'text.txt'))?.text()) ?? '';
    const written = [text, ...notes.map((note) => note.text)].join('\n');
    derived.set(capture.id, { thumbnail, words: captureWords({ ...capture, text: written, indicators }) });
    doneBytes += capture.bytes;
    progress({ doneBytes, totalBytes });
  }
  signal.throwIfAborted();
  return derived;
}

/** The picture for lists: of the window, else of the page's top. A file that is no picture gives none. */
async function thumbnailOf(files: ReadCapture['files'], ports: ImportPorts): Promise<Blob | null> {
  const pictures = files.filter(({ artifact }) => artifact.mediaType === 'image/png');
  const chosen = pictures.find(({ artifact }) => artifact.name.startsWith('viewport')) ?? pictures[0];
  if (!chosen || chosen.artifact.deflatedBytes !== undefined) return null;
  const head = new DataView(await chosen.blob.slice(0, 24).arrayBuffer());
  if (head.byteLength < 24 || head.getUint32(16) * head.getUint32(20) > THUMBNAIL_PIXELS) return null;
  try {
    return await ports.makeThumbnail(chosen.blob);
  } catch (thrown) {
    console.warn('no thumbnail', thrown);
    return null;
  }
}

function describe(
  { file, by }: ImportOrder,
  summary: BundleSummary,
  { fresh, known }: ImportPlan,
  importedAt: string,
): CaseImport {
  return {
    importedAt,
    by: toWellFormed(by).trim().slice(0, 500),
    fileName: toWellFormed(file.name).slice(0, 240),
    keySha256: summary.keySha256 ?? '',
    tagManifestSha256: summary.tagManifestSha256 ?? '',
    sealedAt: summary.sealedAt ?? '',
    captures: fresh.length,
    known: known.length,
  };
}

interface Parts {
  readonly id: string;
  readonly bundle: ReadBundle;
  readonly plan: ImportPlan;
  readonly record: CaseImport;
  readonly derived: Derived;
}

async function publish(store: Store, { id, bundle, plan, record, derived }: Parts): Promise<void> {
  const { db, captures, cases, journal, activities, indicators, annotations, imports } = store;
  const { matter, marks } = bundle;
  const tables = [db.staged, db.cases, db.marks, db.journal, db.activities];
  await db.transaction('rw', [...captures.tables, ...tables], async () => {
    const here = await cases.get(matter.id);
    // An older bundle of a case brings its captures; what the case has become since stays.
    const isNewer = !here || plan.events.length > 0;
    await cases.put({ ...(isNewer ? matter : here), imported: [...(here?.imported ?? []), record] });
    for (const { capture, files, indicators: found, notes, regions } of plan.fresh) {
      const { thumbnail = null, words = '' } = derived.get(capture.id) ?? {};
      await imports.adopt(capture, { files, thumbnail, words, indicators: found });
      await annotations.replace(capture.id, notes, regions);
    }
    if (isNewer) {
      for (const { capture, indicators: found, notes, regions } of plan.known) {
        if ((await captures.get(capture.id))?.caseId !== matter.id) continue;
        await imports.redescribe(capture, found);
        await annotations.replace(capture.id, notes, regions);
      }
      await indicators.replaceMarks(matter.id, marks);
    }
    await journal.adopt(plan.events);
    await captures.reserveNumbers(matter.id, lastNumber(plan.events));
    const { importedAt: time, ...facts } = record;
    await journal.append({
      case: INBOX_CASE_ID,
      time,
      kind: 'case-imported',
      data: { case: matter.id, title: matter.title, ...facts },
    });
    const counts = { captures: record.captures, known: record.known };
    await activities.update(id, { state: 'done', phase: null, caseId: matter.id, ...counts });
  });
}

type Progress = (change: Pick<ImportActivity, 'doneBytes' | 'totalBytes'>) => void;
