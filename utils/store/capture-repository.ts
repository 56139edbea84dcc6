import Dexie from 'dexie';
import type { Capture, StoredArtifact } from '@/utils/domain/capture';
import type { Indicator } from '@/utils/domain/indicator';
import { inflateBlob } from './inflate-blob';
import type { BlobRow, Database, IndicatorRow } from './schema';
import { describeCapture, putFiles } from './write-capture';

/** Everything of one capture, to be stored together or not at all. A Blob is deflated if its artifact says so. */
export interface CaptureParts {
  readonly capture: Omit<Capture, 'number'>;
  readonly files: readonly { readonly artifact: StoredArtifact; readonly blob: Blob }[];
  readonly thumbnail: Blob | null;
  readonly indicators: readonly Indicator[];
  /** What can be searched for, as `captureWords` gives it. */
  readonly words: string;
}

/** Captures, their files and their indicators. Lists never touch the files' bytes. */
export function createCaptureRepository(db: Database) {
  const ofCase = (caseId: string) =>
    db.captures.where('[caseId+number]').between([caseId, Dexie.minKey], [caseId, Dexie.maxKey]);
  const ofCapture = (captureId: string): [[string, unknown], [string, unknown]] => [
    [captureId, Dexie.minKey],
    [captureId, Dexie.maxKey],
  ];
  const takeNumber = async (caseId: string) => {
    const [given, newest] = await Promise.all([db.numbers.get(caseId), ofCase(caseId).last()]);
    const last = Math.max(given?.last ?? 0, newest?.number ?? 0) + 1;
    await db.numbers.put({ caseId, last });
    return last;
  };

  return {
    /** The tables that these methods write: for a transaction that spans more than a capture. */
    tables: [
      db.captures,
      db.artifacts,
      db.blobs,
      db.thumbnails,
      db.indicators,
      db.notes,
      db.regions,
      db.words,
      db.numbers,
      db.deletions,
    ],

    /**
     * Stores a capture under the next number of its case, and at the same time what `beside` says of it. Call it in a
     * transaction over `tables` and what that writes.
     */
    async add(parts: CaptureParts, beside?: (capture: Capture) => Promise<unknown>): Promise<Capture> {
      const { id, caseId } = parts.capture;
      const capture: Capture = { ...parts.capture, number: await takeNumber(caseId) };
      await Promise.all([
        putFiles(db, id, parts.files),
        describeCapture(db, capture, parts),
        beside?.(capture),
      ]);
      return capture;
    },

    /** Sees to it that numbers up to `last` are given to no capture of a case. In a transaction over `tables`. */
    async reserveNumbers(caseId: string, last: number): Promise<void> {
      const given = (await db.numbers.get(caseId))?.last ?? 0;
      await db.numbers.put({ caseId, last: Math.max(given, last) });
    },

    /** Gives a capture to another case, under that case's next number. Call it in a transaction over `tables`. */
    async move(captureId: string, caseId: string): Promise<Capture> {
      const number = await takeNumber(caseId);
      await db.captures.update(captureId, { caseId, number });
      await db.indicators.where('captureId').equals(captureId).modify({ caseId });
      const moved = await db.captures.get(captureId);
      if (!moved) throw new Error(`no capture ${captureId}`);
      return moved;
    },

    get(id: string): Promise<Capture | undefined> {
      return db.captures.get(id);
    },

    /** Newest first; `limit` cuts the list. */
    listByCase(caseId: string, limit = Number.POSITIVE_INFINITY): Promise<Capture[]> {
      return ofCase(caseId).reverse().limit(limit).toArray();
    },

    countByCase(caseId: string): Promise<number> {
      return ofCase(caseId).count();
    },

    /** Descriptions of a capture's files, by name. */
    artifacts(captureId: string): Promise<StoredArtifact[]> {
      return db.artifacts
        .where('[captureId+name]')
        .between(...ofCapture(captureId))
        .toArray();
    },

    /** The plain bytes of one file: a handle that isn't read before it is used, or text inflated into memory. */
    async blob(captureId: string, name: string): Promise<Blob | undefined> {
      return plainOf(await db.blobs.get([captureId, name]));
    },

    /** The file of that name of each of the captures, by position: one reading for a whole list. */
    async blobsOf(captureIds: readonly string[], name: string): Promise<(Blob | undefined)[]> {
      const rows = await db.blobs.bulkGet(captureIds.map((id): [string, string] => [id, name]));
      return Promise.all(rows.map(plainOf));
    },

    /** One file as it lies on the disk, deflated if its artifact says so: for the ZIP, which takes it as it is. */
    async storedBlob(captureId: string, name: string): Promise<Blob | undefined> {
      return (await db.blobs.get([captureId, name]))?.blob;
    },

    async thumbnail(captureId: string): Promise<Blob | undefined> {
      return (await db.thumbnails.get(captureId))?.blob;
    },

    /** By position, as `blobsOf` gives files. */
    async thumbnailsOf(captureIds: readonly string[]): Promise<(Blob | undefined)[]> {
      return (await db.thumbnails.bulkGet([...captureIds])).map((row) => row?.blob);
    },

    indicatorsOf(captureId: string): Promise<IndicatorRow[]> {
      return db.indicators.where('captureId').equals(captureId).toArray();
    },
  };
}

async function plainOf(row: BlobRow | undefined): Promise<Blob | undefined> {
  return row?.deflated ? inflateBlob(row.blob) : row?.blob;
}
