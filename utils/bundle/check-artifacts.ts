import type { StoredArtifact } from '@/utils/domain/capture';
import { type DigestOptions, digestBlob, digestDeflatedBlob } from './digest';
import { BundleError, type BundleErrorCode } from './errors';
import { artifactPath, CAPTURE_MANIFEST, captureFolder } from './layout';
import type { BundleCapture } from './model';
import type { StoredFile } from './zip/compose';
import { isStreamFault } from './zip/inflate';

/** Gives the Blob of a capture's file as it lies on the disk; undefined if there is none. Called once for each file. */
export type GetBlob = (captureId: string, name: string) => Promise<Blob | undefined>;

export interface CheckedFile extends StoredFile {
  readonly sha256: string;
}

/**
 * Reads every stored file of a capture again, inflated if it lies deflated, and compares size, SHA-256 and CRC-32 with
 * what was noted when it was captured. Throws `artifact-missing` or `artifact-changed` for the first that differs: it must not be sealed.
 */
export async function checkArtifacts(
  { capture, artifacts }: BundleCapture,
  getBlob: GetBlob,
  options: DigestOptions,
): Promise<CheckedFile[]> {
  const folder = captureFolder(capture);
  const modified = new Date(capture.startedAt);
  const manifest = artifacts.find(({ name }) => name === CAPTURE_MANIFEST);
  const manifestPath = artifactPath(folder, CAPTURE_MANIFEST);
  if (!manifest)
    return refuse('artifact-missing', manifestPath, capture.sha256, 'no such file in the capture');
  if (manifest.sha256 !== capture.sha256) {
    return refuse('artifact-changed', manifestPath, capture.sha256, manifest.sha256);
  }
  const files: CheckedFile[] = [];
  for (const artifact of artifacts) {
    const path = artifactPath(folder, artifact.name);
    const blob = await getBlob(capture.id, artifact.name);
    if (!blob) return refuse('artifact-missing', path, `${artifact.bytes} bytes`, 'nothing stored');
    await compare(path, artifact, blob, options);
    const { sha256, crc32, bytes, deflatedBytes } = artifact;
    const stored = { path, blob, sha256, crc32, bytes, modified };
    files.push(deflatedBytes === undefined ? stored : { ...stored, deflatedBytes });
  }
  return files;
}

async function compare(path: string, artifact: StoredArtifact, blob: Blob, options: DigestOptions) {
  const { deflatedBytes } = artifact;
  const lying = deflatedBytes ?? artifact.bytes;
  if (blob.size !== lying) refuse('artifact-changed', path, `${lying} bytes`, `${blob.size} bytes`);
  const found =
    deflatedBytes === undefined
      ? await digestBlob(blob, options)
      : await digestDeflated(path, artifact, blob, options);
  if (found.sha256 !== artifact.sha256) refuse('artifact-changed', path, artifact.sha256, found.sha256);
  if (found.crc32 !== artifact.crc32) {
    refuse('artifact-changed', path, `CRC-32 ${artifact.crc32}`, `CRC-32 ${found.crc32}`);
  }
}

async function digestDeflated(path: string, { bytes }: StoredArtifact, blob: Blob, options: DigestOptions) {
  try {
    const found = await digestDeflatedBlob(blob, bytes, options);
    if (found.bytes === bytes) return found;
    return refuse('artifact-changed', path, `${bytes} bytes`, `${found.bytes} bytes`);
  } catch (error) {
    if (!isStreamFault(error)) throw error;
    return refuse('artifact-changed', path, 'a deflate stream', error.message);
  }
}

function refuse(code: BundleErrorCode, file: string, expected: string, found: string): never {
  throw new BundleError(code, { file, expected, found });
}
