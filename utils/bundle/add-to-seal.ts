import * as v from 'valibot';
import type { FiledAttestation } from '@/utils/domain/attestation';
import { readCertificates } from './attest/certificate';
import { checkESignature } from './attest/check-e-signature';
import { checkTimestamp } from './attest/check-timestamp';
import { derBlocks } from './attest/der';
import { asTimestampResponse } from './attest/timestamp-query';
import { BUNDLE_PATHS, E_SIGNATURE_PATH } from './layout';
import { appendToZip } from './zip/append';
import type { Bytes } from './zip/format';
import { readEntry } from './zip/open-entry';
import { readZip, type ZipEntries } from './zip/read';

const STATEMENT_LIMIT = 100_000;
const E_SIGNATURE = /\.(p7s|cms|sig)$/i;

/** A timestamp or a signature that was checked against a bundle's statement; `bytes` is what is to stand in it. */
export interface SealAddition {
  readonly attestation: FiledAttestation;
  readonly bytes: Bytes;
}

/** The bytes that timestamps and signatures are about: `seal/signature.json` of a bundle. */
export async function readStatementBytes(bundle: Blob): Promise<Bytes> {
  return statementOf(await readZip(bundle));
}

/**
 * Checks a file that somebody wants to add to a bundle's seal: a signature by the endings `.p7s`, `.cms`, `.sig`, a
 * timestamp otherwise, response or bare token. Nothing is added yet.
 */
export async function checkAddition(
  bundle: Blob,
  file: { readonly name: string; readonly bytes: Bytes },
  rootFiles: readonly Uint8Array[],
): Promise<SealAddition> {
  const zip = await readZip(bundle);
  const content = await statementOf(zip);
  const roots = rootFiles.flatMap(readCertificates);
  const [, extension] = E_SIGNATURE.exec(file.name) ?? [];
  if (extension) {
    const path = nextPath(zip, extension.toLowerCase());
    const attestation = await checkESignature(file.bytes, { content, roots, at: sealedAt(content) });
    return { bytes: file.bytes, attestation: { file: path, ...attestation } };
  }
  const bytes = responseOf(file.bytes);
  const attestation = await checkTimestamp(bytes, { content, roots });
  return { bytes, attestation: { file: BUNDLE_PATHS.timestamp, ...attestation } };
}

/** The bundle with the addition in its seal; all that was in it stays as it is, byte by byte, and is not copied. */
export function addToSeal(bundle: Blob, { attestation, bytes }: SealAddition, modified: Date): Promise<Blob> {
  return appendToZip(bundle, [{ path: attestation.file, bytes, modified }]);
}

async function statementOf(zip: ZipEntries): Promise<Bytes> {
  const entry = zip.find(BUNDLE_PATHS.statement);
  if (!entry) throw new Error(`no ${BUNDLE_PATHS.statement}`);
  return readEntry(zip, entry, STATEMENT_LIMIT);
}

function sealedAt(statement: Bytes): Date {
  const value: unknown = JSON.parse(new TextDecoder().decode(statement));
  return new Date(v.parse(v.object({ sealedAt: v.string() }), value).sealedAt);
}

function nextPath({ entries }: ZipEntries, extension: string): string {
  const count = entries.filter(({ path }) => E_SIGNATURE_PATH.test(path)).length;
  return `${BUNDLE_PATHS.seal}signature-${String(count + 1).padStart(2, '0')}.${extension}`;
}

// openssl reads responses alone; a file that is neither stays as it is, for the check to name.
function responseOf(file: Bytes): Bytes {
  const [der] = derBlocks(file);
  try {
    return der ? asTimestampResponse(der) : file;
  } catch (error) {
    if (error instanceof Error) return file;
    throw error;
  }
}
