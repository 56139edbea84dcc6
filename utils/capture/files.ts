import { digestBlob } from '@/utils/bundle/digest';
import type { ArtifactRecord, StoredArtifact } from '@/utils/domain/capture';

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
  const { sha256, crc32, bytes } = await digestBlob(file.blob);
  const artifact: StoredArtifact = {
    captureId,
    name: file.name,
    mediaType: file.blob.type,
    bytes,
    sha256,
    crc32,
    ...(file.pixels ? { pixels: file.pixels } : {}),
    ...(file.blob.type === 'image/png' ? await pngSize(file.blob) : {}),
  };
  return { artifact, blob: file.blob };
}

/** What `capture.json` and the bundle say of a file. */
export function describeArtifact({ captureId: _id, crc32: _crc, ...record }: StoredArtifact): ArtifactRecord {
  return record;
}

/** Width and height in pixels, from the IHDR chunk (PNG specification, 11.2.1); throws if it is no PNG. */
export async function pngSize(png: Blob): Promise<{ width: number; height: number }> {
  const view = new DataView(await png.slice(0, 24).arrayBuffer());
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) {
    throw new Error('not a PNG');
  }
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
