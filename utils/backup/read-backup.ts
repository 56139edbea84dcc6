import * as v from 'valibot';
import { parseManifest } from '@/utils/bundle/bag';
import { digestBytes } from '@/utils/bundle/digest';
import { BundleError } from '@/utils/bundle/errors';
import { digestEntries } from '@/utils/bundle/verify/digest-entries';
import type { ByteSource } from '@/utils/bundle/zip/format';
import { STORED } from '@/utils/bundle/zip/format';
import { readEntry } from '@/utils/bundle/zip/open-entry';
import { readZip, type ZipEntries } from '@/utils/bundle/zip/read';
import { ExpectedError } from '@/utils/errors';
import { BACKUP_PATHS, type BackupFacts, type BackupOptions, backupFacts } from './format';

/** A backup whose every file was found as its manifest says. */
export interface CheckedBackup {
  readonly facts: BackupFacts;
  /** SHA-256 of its manifest. */
  readonly sha256: string;
  /** The paths of all files, the two that describe it left out. */
  readonly paths: readonly string[];
  /** A file as it lies in the archive, not read before it is used; undefined if there is none. */
  readonly file: (path: string) => Blob | undefined;
}

const TEXT_LIMIT = 64_000_000;

/**
 * Opens a backup and hashes all of it. Throws `backup-unreadable` if it is no backup of a known version,
 * `backup-damaged` with the first file that is missing, extra or not as written; the signal's reason when aborted.
 */
export async function readBackup(
  source: Blob,
  { signal, onProgress }: BackupOptions,
): Promise<CheckedBackup> {
  const zip = await readZip(source).catch(refuse);
  const facts = parseFacts(await readText(zip, BACKUP_PATHS.facts));
  const manifestText = await readText(zip, BACKUP_PATHS.manifest);
  const manifest = parseManifest(manifestText);
  if (!facts || !manifest) throw new ExpectedError('backup-unreadable');

  const { digests, findings } = await digestEntries(zip, {
    signal,
    onProgress: (bytes) => onProgress({ phase: 'check', ...bytes }),
  });
  const [finding] = findings;
  if (finding) throw new ExpectedError('backup-damaged', { file: finding.file });
  for (const [path, sha256] of manifest) {
    if (digests.get(path)?.sha256 !== sha256) throw new ExpectedError('backup-damaged', { file: path });
  }
  const paths = zip.entries.map(({ path }) => path).filter((path) => !isDescription(path));
  for (const path of paths) {
    const isPlain = zip.find(path)?.method === STORED || path.startsWith('files/');
    if (!manifest.has(path) || !isPlain) throw new ExpectedError('backup-damaged', { file: path });
  }
  const { sha256 } = await digestBytes(new TextEncoder().encode(manifestText));
  const file = (path: string) => {
    const entry = isDescription(path) ? undefined : zip.find(path);
    return entry && source.slice(entry.dataOffset, entry.dataOffset + entry.compressedBytes);
  };
  return { facts, sha256, paths, file };
}

function isDescription(path: string): boolean {
  return path === BACKUP_PATHS.facts || path === BACKUP_PATHS.manifest;
}

function refuse(thrown: unknown): never {
  if (thrown instanceof BundleError) throw new ExpectedError('backup-unreadable');
  throw thrown;
}

async function readText(zip: ZipEntries & { readonly blob: ByteSource }, path: string): Promise<string> {
  const entry = zip.find(path);
  if (!entry) throw new ExpectedError('backup-unreadable');
  return new TextDecoder().decode(await readEntry(zip, entry, TEXT_LIMIT).catch(refuse));
}

function parseFacts(text: string): BackupFacts | null {
  try {
    const parsed = v.safeParse(backupFacts, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
}

/** The rows of a table's file, some at a time. Throws `backup-damaged` if a line is no JSON object. */
export async function* readRows(blob: Blob, path: string, size = 500): AsyncGenerator<object[]> {
  let rest = '';
  let rows: object[] = [];
  for await (const text of decoded(blob)) {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (rows.push(parseRow(line, path)) === size) yield rows.splice(0);
    }
  }
  if (rest !== '') throw new ExpectedError('backup-damaged', { file: path });
  if (rows.length > 0) yield rows;
  rows = [];
}

const PIECE = 4 * 1024 * 1024;

async function* decoded(blob: Blob): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for (let at = 0; at < blob.size; at += PIECE) {
    yield decoder.decode(await blob.slice(at, at + PIECE).arrayBuffer(), { stream: at + PIECE < blob.size });
  }
}

function parseRow(line: string, path: string): object {
  try {
    const row: unknown = JSON.parse(line);
    if (typeof row === 'object' && row !== null) return row;
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
  }
  throw new ExpectedError('backup-damaged', { file: path });
}
