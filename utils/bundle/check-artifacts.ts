import type { StoredArtifact } from '@/utils/domain/capture';
import { type DigestOptions, digestBlob } from './digest';
import { BundleError, type BundleErrorCode } from './errors';
import { artifactPath, CAPTURE_MANIFEST, captureFolder } from './layout';
import type { BundleCapture } from './model';
import type { StoredFile } from './zip/compose';

/** Gives the stored Blob of a capture's file; undefined if there is none. Called once for each file. */
export type GetBlob = (captureId: string, name: string) => Promise<Blob | undefined>;

export interface CheckedFile extends StoredFile {
  readonly sha256: string;
}

/**
 * Reads every stored file of a capture again and compares size, SHA-256 and CRC-32 with what was noted when it was
 * captured. Throws `artifact-missing` or `artifact-changed` for the first that differs: it must not be sealed.
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
    const { sha256, crc32, bytes } = artifact;
    files.push({ path, blob, sha256, crc32, bytes, modified });
  }
  return files;
}

async function compare(path: string, artifact: StoredArtifact, blob: Blob, options: DigestOptions) {
  if (blob.size !== artifact.bytes) {
    refuse('artifact-changed', path, `${artifact.bytes} bytes`, `${blob.size} bytes`);
  }
  const found = await digestBlob(blob, options);
  if (found.sha256 !== artifact.sha256) refuse('artifact-changed', path, artifact.sha256, found.sha256);
  if (found.crc32 !== artifact.crc32) {
    refuse('artifact-changed', path, `CRC-32 ${artifact.crc32}`, `CRC-32 ${found.crc32}`);
  }
}

function refuse(code: BundleErrorCode, file: string, expected: string, found: string): never {
  throw new BundleError(code, { file, expected, found });
}
