import { formatManifest } from '@/utils/bundle/bag';
import { type DigestOptions, digestBlob, digestBytes, digestDeflatedBlob } from '@/utils/bundle/digest';
import { composeZip, type StoredFile } from '@/utils/bundle/zip/compose';
import { isStreamFault } from '@/utils/bundle/zip/inflate';
import type { StoredArtifact } from '@/utils/domain/capture';
import type { Store } from '@/utils/store';
import {
  BACKUP_FORMAT,
  BACKUP_PATHS,
  type BackupFacts,
  type BackupOptions,
  filePath,
  rowTables,
  tablePath,
  thumbnailPath,
} from './format';

interface BackupOrder {
  /** Timestamp, and the same moment as Unix time in ms. */
  readonly createdAt: string;
  readonly epochMs: number;
  /** Name and version. */
  readonly software: string;
}

export interface Backup {
  readonly blob: Blob;
  readonly fileName: string;
  /** SHA-256 of its manifest: the one hash that stands for the backup. */
  readonly sha256: string;
  readonly captures: number;
  /** Stored files that are no longer what was captured: in the backup as they are now. */
  readonly damaged: readonly string[];
}

interface Part {
  readonly path: string;
  readonly blob: Blob;
  /** Of a capture's file: what was noted when it was captured. */
  readonly artifact?: StoredArtifact | undefined;
}

/** Rows that become one piece of a table's Blob. */
const ROWS = 500;

/**
 * Everything in the store as one Blob, which refers to the stored files: they must stay until it is written out. Reads
 * only, the rows of all tables at one moment, the files one after another. Throws the signal's reason when aborted.
 */
export async function composeBackup(
  store: Store,
  order: BackupOrder,
  { signal, onProgress }: BackupOptions,
): Promise<Backup> {
  onProgress({ phase: 'read', doneBytes: 0, totalBytes: 0 });
  const { parts, rows } = await readStore(store);
  const totalBytes = parts.reduce((sum, part) => sum + plainSize(part), 0);
  const modified = new Date(order.epochMs);
  const stored: StoredFile[] = [];
  const lines: { path: string; sha256: string }[] = [];
  const damaged: string[] = [];
  let doneBytes = 0;
  const onBytes = (count: number) => {
    doneBytes += count;
    onProgress({ phase: 'hash', doneBytes, totalBytes });
  };
  for (const part of parts) {
    const { path, blob, artifact } = part;
    signal.throwIfAborted();
    const { sha256, ...entry } = await digestPart(part, { signal, onBytes });
    stored.push({ path, blob, modified, ...entry });
    lines.push({ path, sha256 });
    if (artifact && artifact.sha256 !== sha256) damaged.push(path);
  }
  const { createdAt, software } = order;
  const files = parts.filter(({ path }) => !path.startsWith('tables/')).length;
  const facts: BackupFacts = {
    format: BACKUP_FORMAT,
    createdAt,
    software,
    tables: rows,
    files,
    bytes: totalBytes,
  };
  const json = new TextEncoder().encode(`${JSON.stringify(facts, null, 2)}\n`);
  lines.push({ path: BACKUP_PATHS.facts, sha256: (await digestBytes(json)).sha256 });
  const manifest = new TextEncoder().encode(formatManifest(lines));
  const made = [
    { path: BACKUP_PATHS.facts, bytes: json },
    { path: BACKUP_PATHS.manifest, bytes: manifest },
  ];
  signal.throwIfAborted();
  return {
    blob: await composeZip({ made, stored, modified }),
    fileName: `osmotr-backup-${modified.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z.zip`,
    sha256: (await digestBytes(manifest)).sha256,
    captures: rows.captures ?? 0,
    damaged,
  };
}

function plainSize({ blob, artifact }: Part): number {
  return artifact?.deflatedBytes === undefined ? blob.size : artifact.bytes;
}

/** A Blob as an entry of the ZIP. What was stored deflated stays so; a stream that is broken goes in as the bytes it has. */
async function digestPart({ blob, artifact }: Part, options: DigestOptions) {
  if (artifact?.deflatedBytes !== undefined) {
    try {
      const digest = await digestDeflatedBlob(blob, artifact.bytes, options);
      return { ...digest, deflatedBytes: blob.size };
    } catch (thrown) {
      if (!isStreamFault(thrown)) throw thrown;
    }
  }
  return digestBlob(blob, options);
}

/** All rows and handles at one moment: nothing but the database may be waited for inside the transaction. */
async function readStore({ db }: Store) {
  const parts: Part[] = [];
  const rows: Record<string, number> = {};
  await db.transaction('r', db.tables, async () => {
    const captures = new Set(await db.captures.toCollection().primaryKeys());
    for (const table of rowTables(db)) {
      const pieces: Blob[] = [];
      let lines: string[] = [];
      let count = 0;
      await table.each((row: object) => {
        if (table.name === 'artifacts' && !captures.has((row as { captureId: string }).captureId)) return;
        count += 1;
        if (lines.push(`${JSON.stringify(row)}\n`) === ROWS) pieces.push(new Blob(lines.splice(0)));
      });
      parts.push({ path: tablePath(table.name), blob: new Blob([...pieces, ...lines]) });
      lines = [];
      rows[table.name] = count;
    }
    const artifacts = new Map<string, StoredArtifact>();
    await db.artifacts.each((artifact) => {
      artifacts.set(filePath(artifact.captureId, artifact.name), artifact);
    });
    await db.blobs.each(({ captureId, name, blob }) => {
      const path = filePath(captureId, name);
      if (captures.has(captureId)) parts.push({ path, blob, artifact: artifacts.get(path) });
    });
    await db.thumbnails.each(({ captureId, blob }) => {
      if (captures.has(captureId)) parts.push({ path: thumbnailPath(captureId), blob });
    });
  });
  return { parts, rows };
}
