import * as v from 'valibot';
import { BUNDLE_PATHS, CAPTURE_MANIFEST } from '@/utils/bundle/layout';
import { parseJson } from '@/utils/bundle/verify/context';
import { DEFLATED } from '@/utils/bundle/zip/format';
import { readEntry } from '@/utils/bundle/zip/open-entry';
import { readZip, type ZipEntries } from '@/utils/bundle/zip/read';
import type { CaptureNote, PictureRegion } from '@/utils/domain/annotation';
import type { Capture, StoredArtifact } from '@/utils/domain/capture';
import { type Case, INBOX_CASE_ID } from '@/utils/domain/case';
import type { Indicator, IndicatorMark } from '@/utils/domain/indicator';
import type { JournalEvent } from '@/utils/domain/journal';
import { ExpectedError } from '@/utils/errors';
import {
  annotationsFileSchema,
  artifactsSchema,
  caseFileSchema,
  indicatorsFileSchema,
  journalEventSchema,
} from './schemas';

const TEXT_LIMIT = 256_000_000;

/** A capture as its bundle holds it; the Blobs are slices of the ZIP, not read yet. */
export interface ReadCapture {
  readonly capture: Capture;
  readonly files: readonly { readonly artifact: StoredArtifact; readonly blob: Blob }[];
  readonly indicators: readonly Indicator[];
  readonly notes: readonly CaptureNote[];
  readonly regions: readonly PictureRegion[];
}

/** What a bundle says. */
export interface ReadBundle {
  readonly matter: Case;
  readonly captures: readonly ReadCapture[];
  readonly marks: readonly IndicatorMark[];
  readonly journal: readonly JournalEvent[];
}

/**
 * Reads a bundle that `verifyBundle` has passed. Throws `import-unreadable`, with the file, for what isn't of the form
 * that the store keeps: who has a key of his own can seal anything.
 */
export async function readBundle(file: Blob): Promise<ReadBundle> {
  const zip = await readZip(file);
  const { case: matter, captures } = await readJson(zip, BUNDLE_PATHS.caseFacts, caseFileSchema);
  const indicators = await readJson(zip, BUNDLE_PATHS.indicatorsJson, indicatorsFileSchema);
  const annotations = await readJson(zip, BUNDLE_PATHS.annotations, annotationsFileSchema);
  if (matter.id === INBOX_CASE_ID) refuse(BUNDLE_PATHS.caseFacts);
  const found = new Map(indicators.captures.map((capture) => [capture.id, capture.indicators]));
  const written = new Map(annotations.captures.map((capture) => [capture.id, capture]));
  const marks = new Map<string, IndicatorMark>();
  const read: ReadCapture[] = [];
  for (const { folder, ...capture } of captures) {
    if (capture.caseId !== matter.id) refuse(BUNDLE_PATHS.caseFacts);
    const ofCapture = found.get(capture.id) ?? [];
    for (const { type, value, mark } of ofCapture) {
      if (mark) marks.set(JSON.stringify([type, value]), { caseId: matter.id, type, value, ...mark });
    }
    read.push({
      capture,
      files: await readFiles(zip, file, capture.id, folder),
      indicators: ofCapture.map(({ mark: _mark, ...indicator }) => indicator),
      notes: (written.get(capture.id)?.notes ?? []).map((note) => ({ ...note, captureId: capture.id })),
      regions: (written.get(capture.id)?.regions ?? []).map((region) => ({
        ...region,
        captureId: capture.id,
      })),
    });
  }
  if (new Set(read.map(({ capture }) => capture.id)).size !== read.length) refuse(BUNDLE_PATHS.caseFacts);
  return { matter, captures: read, marks: [...marks.values()], journal: await readJournal(zip) };
}

async function readFiles(zip: ZipEntries, file: Blob, captureId: string, folder: string) {
  const path = `${folder}${CAPTURE_MANIFEST}`;
  const text = await readText(zip, path);
  const { artifacts } = parse(artifactsSchema, text, path);
  const own = { name: CAPTURE_MANIFEST, mediaType: 'application/json', bytes: 0, sha256: '' };
  return [...artifacts, own].map((record) => {
    const entry = zip.find(`${folder}${record.name}`) ?? refuse(`${folder}${record.name}`);
    const end = entry.dataOffset + entry.compressedBytes;
    const artifact: StoredArtifact = { ...record, captureId, bytes: entry.bytes, crc32: entry.crc32 };
    return {
      artifact: entry.method === DEFLATED ? { ...artifact, deflatedBytes: entry.compressedBytes } : artifact,
      blob: file.slice(entry.dataOffset, end, record.mediaType),
    };
  });
}

async function readJournal(zip: ZipEntries): Promise<JournalEvent[]> {
  const path = BUNDLE_PATHS.journal;
  const lines = (await readText(zip, path)).split('\n').slice(0, -1);
  return lines.map((line) => parse(journalEventSchema, line, path));
}

async function readJson<T>(zip: ZipEntries, path: string, schema: v.GenericSchema<unknown, T>): Promise<T> {
  return parse(schema, await readText(zip, path), path);
}

function parse<T>(schema: v.GenericSchema<unknown, T>, text: string, path: string): T {
  const result = v.safeParse(schema, parseJson(text));
  return result.success ? result.output : refuse(path, v.getDotPath(result.issues[0]) ?? '');
}

async function readText(zip: ZipEntries, path: string): Promise<string> {
  const entry = zip.find(path) ?? refuse(path);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readEntry(zip, entry, TEXT_LIMIT));
}

function refuse(file: string, place = ''): never {
  throw new ExpectedError('import-unreadable', { file, place });
}
