import * as v from 'valibot';
import type { Database } from '@/utils/store/schema';

export const BACKUP_FORMAT = 'osmotr-backup/1';

export const BACKUP_PATHS = { facts: 'backup.json', manifest: 'manifest-sha256.txt' } as const;

export const tablePath = (name: string) => `tables/${name}.jsonl`;
export const filePath = (captureId: string, name: string) => `files/${captureId}/${name}`;
export const thumbnailPath = (captureId: string) => `thumbnails/${captureId}`;

/** Tables that are files in a backup, are made again, or belong to this machine alone. */
const APART: readonly string[] = [
  'blobs',
  'thumbnails',
  'words',
  'deletions',
  'restores',
  'staged',
  'activities',
  'sealingKeys',
];

/** The tables whose rows a backup holds as lines of JSON. */
export function rowTables(db: Database) {
  return db.tables.filter(({ name }) => !APART.includes(name));
}

/** What `backup.json` says. */
export const backupFacts = v.object({
  format: v.literal(BACKUP_FORMAT),
  createdAt: v.string(),
  software: v.string(),
  tables: v.record(v.string(), v.number()),
  files: v.number(),
  bytes: v.number(),
});
export type BackupFacts = v.InferOutput<typeof backupFacts>;

/** How far a backup or a restore is. */
export interface BackupProgress {
  readonly phase: 'read' | 'hash' | 'check' | 'store' | 'save';
  readonly doneBytes: number;
  readonly totalBytes: number;
}

export interface BackupOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: BackupProgress) => void;
}
