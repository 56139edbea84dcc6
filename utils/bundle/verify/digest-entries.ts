import type { Finding } from '@/utils/domain/verification';
import { type Digest, digestBlob, digestBytes, digestPieces, WHOLE_LIMIT } from '../digest';
import { BundleError } from '../errors';
import { STORED } from '../zip/format';
import { openEntry, readEntry } from '../zip/open-entry';
import type { ZipEntries, ZipFile } from '../zip/read';
import { archiveFinding } from './archive-finding';

export interface VerifyOptions {
  readonly onProgress?: (progress: { readonly doneBytes: number; readonly totalBytes: number }) => void;
  readonly signal?: AbortSignal;
  /** Files of root certificates (PEM or DER) that the reader trusts: timestamps and signatures must lead to one. */
  readonly roots?: readonly Uint8Array[];
}

/** Digests of every entry that could be read, and a finding for each whose data or CRC is wrong. */
export async function digestEntries(zip: ZipEntries, { onProgress, signal }: VerifyOptions) {
  const totalBytes = zip.entries.reduce((sum, { bytes }) => sum + bytes, 0);
  let doneBytes = 0;
  const onBytes = (bytes: number) => {
    doneBytes += bytes;
    onProgress?.({ doneBytes, totalBytes });
  };
  const digests = new Map<string, Digest>();
  const findings: Finding[] = [];
  for (const entry of zip.entries) {
    signal?.throwIfAborted();
    try {
      const digest = await digestEntry(zip, entry, { signal, onBytes });
      digests.set(entry.path, digest);
      if (digest.crc32 !== entry.crc32) findings.push(wrongCrc(entry, digest));
    } catch (error) {
      if (!(error instanceof BundleError)) throw error;
      findings.push(archiveFinding('structure', error));
    }
  }
  return { digests, findings };
}

interface DigestEntryOptions {
  readonly signal?: AbortSignal;
  readonly onBytes: (bytes: number) => void;
}

async function digestEntry(zip: ZipEntries, entry: ZipFile, options: DigestEntryOptions): Promise<Digest> {
  if (entry.method === STORED) {
    return digestBlob(zip.blob.slice(entry.dataOffset, entry.dataOffset + entry.bytes), options);
  }
  if (entry.bytes > WHOLE_LIMIT) return digestPieces(openEntry(zip, entry), options);
  const digest = await digestBytes(await readEntry(zip, entry, WHOLE_LIMIT));
  options.onBytes(digest.bytes);
  return digest;
}

function wrongCrc(entry: ZipFile, digest: Digest): Finding {
  return {
    step: 'structure',
    code: 'zip-crc',
    file: entry.path,
    against: '',
    expected: entry.crc32.toString(16).padStart(8, '0'),
    found: digest.crc32.toString(16).padStart(8, '0'),
  };
}
