import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Activity } from '@/utils/domain/activity';
import type { CaptureNote, PictureRegion } from '@/utils/domain/annotation';
import type { Capture, StoredArtifact } from '@/utils/domain/capture';
import type { Case } from '@/utils/domain/case';
import type { Deletion } from '@/utils/domain/deletion';
import type { Indicator, IndicatorMark, Watch } from '@/utils/domain/indicator';
import type { JournalEvent } from '@/utils/domain/journal';

/** An indicator as kept: which capture and case it belongs to. */
export interface IndicatorRow extends Indicator {
  readonly id?: number;
  readonly captureId: string;
  readonly caseId: string;
}

/**
 * The bytes of an artifact, apart from its description so that lists never load them. `deflated`: they lie as a raw
 * deflate stream (RFC 1951), under the media type of the plain ones.
 */
export interface BlobRow {
  readonly captureId: string;
  readonly name: string;
  readonly blob: Blob;
  readonly deflated?: true;
}

/** A small picture for lists. Derived, so it is no artifact. */
interface ThumbnailRow {
  readonly captureId: string;
  readonly blob: Blob;
}

/** What of a capture can be searched for: its folded words, a line feed before and behind each. */
export interface WordsRow {
  readonly captureId: string;
  readonly words: string;
}

/** The last number that a case gave to a capture: none is given twice. */
export interface NumberRow {
  readonly caseId: string;
  readonly last: number;
}

/** A deleted capture with what must come back if the deletion is undone. */
interface DeletionRow extends Deletion {
  readonly indicators: readonly IndicatorRow[];
  readonly words: string;
}

/** A restore of a backup that was begun and has not ended. */
interface RestoreRow {
  readonly id: 'current';
  readonly startedAt: string;
}

/** A capture whose bytes lie in `blobs` while its bundle is being taken in: nothing refers to them yet. */
interface StagedRow {
  readonly captureId: string;
}

/** The signing key, non-extractable. `createdAt`: timestamp. */
export interface SealingKeyRow {
  readonly id: 'current';
  readonly keys: CryptoKeyPair;
  readonly publicKeySpki: Uint8Array<ArrayBuffer>;
  readonly fingerprint: string;
  readonly createdAt: string;
}

/** The database of all evidence on this machine. */
export type Database = Dexie & {
  readonly cases: EntityTable<Case, 'id'>;
  readonly captures: EntityTable<Capture, 'id'>;
  readonly artifacts: Table<StoredArtifact, [string, string]>;
  readonly blobs: Table<BlobRow, [string, string]>;
  readonly thumbnails: EntityTable<ThumbnailRow, 'captureId'>;
  readonly indicators: EntityTable<IndicatorRow, 'id'>;
  readonly notes: EntityTable<CaptureNote, 'id'>;
  readonly regions: EntityTable<PictureRegion, 'id'>;
  readonly words: EntityTable<WordsRow, 'captureId'>;
  readonly numbers: EntityTable<NumberRow, 'caseId'>;
  readonly deletions: EntityTable<DeletionRow, 'captureId'>;
  readonly restores: EntityTable<RestoreRow, 'id'>;
  readonly marks: Table<IndicatorMark, [string, string, string]>;
  readonly watches: EntityTable<Watch, 'id'>;
  readonly journal: Table<JournalEvent, [string, number]>;
  readonly activities: EntityTable<Activity, 'id'>;
  readonly staged: EntityTable<StagedRow, 'captureId'>;
  readonly sealingKeys: EntityTable<SealingKeyRow, 'id'>;
};

/**
 * Describes the database; Dexie opens it at the first use. A shipped `version(n)` block is frozen.
 * Durability is strict: only then has the disk the bytes when a capture is called saved.
 */
export function createDatabase(name = 'osmotr'): Database {
  // Without Dexie's own cache of answers: it copies each of them deeply, and ours are read once.
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' }) as Database;
  db.version(1).stores({
    cases: 'id, updatedAt',
    captures: 'id, [caseId+number]',
    artifacts: '[captureId+name]',
    blobs: '[captureId+name]',
    thumbnails: 'captureId',
    indicators: '++id, captureId, caseId, [type+value]',
    notes: 'id, captureId',
    regions: 'id, captureId',
    words: 'captureId',
    numbers: 'caseId',
    deletions: 'captureId',
    restores: 'id',
    marks: '[caseId+type+value]',
    watches: 'id, createdAt',
    journal: '[case+seq]',
    activities: 'id, startedAt, state',
    staged: 'captureId',
    sealingKeys: 'id',
  });
  return db;
}
