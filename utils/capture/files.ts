import { crc32 } from '@/utils/bundle/zip/crc32';
import type { ArtifactRecord, StoredArtifact } from '@/utils/domain/capture';
import { toHex } from '@/utils/domain/hash';

/** A file of a capture before it is hashed. */
export interface CaptureFile {
  readonly name: string;
  readonly blob: Blob;
  readonly pixels?: ArtifactRecord['pixels'];
}

/** A file with everything that is ever asked of it without reading it again. */
export interface HashedFile {
  readonly artifact: StoredArtifact;
  readonly blob: Blob;
}

/** Hashes a file (SHA-256 for evidence, CRC-32 for the ZIP) and reads a PNG's size off its header. */
export async function hashFile(captureId: string, file: CaptureFile): Promise<HashedFile> {
  const bytes = new Uint8Array(await file.blob.arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const artifact: StoredArtifact = {
    captureId,
    name: file.name,
    mediaType: file.blob.type,
    bytes: bytes.length,
    sha256: toHex(digest),
    crc32: crc32(bytes),
    ...(file.pixels ? { pixels: file.pixels } : {}),
    ...(file.blob.type === 'image/png' ? pngSize(bytes) : {}),
  };
  return { artifact, blob: file.blob };
}

/** What `capture.json` and the bundle say of a file. */
export function describeArtifact({ captureId: _id, crc32: _crc, ...record }: StoredArtifact): ArtifactRecord {
  return record;
}

/** Width and height in pixels, from the IHDR chunk (PNG specification, 11.2.1); throws if it is no PNG. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) {
    throw new Error('not a PNG');
  }
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
