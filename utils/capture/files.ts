import { digestBlob } from '@/utils/bundle/digest';
import { deflateBlob } from '@/utils/bundle/zip/deflate-blob';
import type { ArtifactRecord, StoredArtifact } from '@/utils/domain/capture';

/** A file of a capture before it is hashed. */
export interface CaptureFile {
  readonly name: string;
  readonly blob: Blob;
  readonly pixels?: ArtifactRecord['pixels'];
}

/** A file with everything that is ever asked of it without reading it again; `blob` is deflated if `artifact` says so. */
export interface HashedFile {
  readonly artifact: StoredArtifact;
  readonly blob: Blob;
}

/**
 * Below a kilobyte a header costs as much as deflating saves; above, a tenth must be saved, or every reader would
 * inflate for nothing.
 */
const DEFLATE_FROM = 1024;
const DEFLATE_TO = 0.9;

/**
 * A big file is mostly pictures in base64, of which deflating takes off a quarter, at 35 MB a second while the operative
 * waits. Pieces all over it tell: it must come to this share of itself. It is hashed first: both at a time would hold it
 * twice.
 */
const BIG = 4_000_000;
const BIG_TO = 0.6;
const PROBES = 16;
const PROBE_BYTES = 16_384;

/**
 * Hashes a file (SHA-256 for evidence, CRC-32 for the ZIP, both of the plain bytes), reads a PNG's size off its header
 * and deflates text where that pays: so it lies on the disk, and so the ZIP takes it.
 */
export async function hashFile(captureId: string, file: CaptureFile): Promise<HashedFile> {
  const deflating = file.blob.size > BIG ? null : deflateIfWorth(file.blob);
  // Awaited below; if hashing fails, that is the reason.
  deflating?.catch(() => undefined);
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
  const deflated = await (deflating ?? deflateIfWorth(file.blob));
  return deflated
    ? { artifact: { ...artifact, deflatedBytes: deflated.size }, blob: deflated }
    : { artifact, blob: file.blob };
}

async function deflateIfWorth(blob: Blob): Promise<Blob | null> {
  if (blob.size < DEFLATE_FROM || !isText(blob.type)) return null;
  if (blob.size > BIG && !(await isWorthDeflating(blob))) return null;
  const deflated = await deflateBlob(blob);
  return deflated.size <= blob.size * DEFLATE_TO ? deflated : null;
}

async function isWorthDeflating(blob: Blob): Promise<boolean> {
  const pieces = Array.from({ length: PROBES }, (_, at) => {
    const start = Math.floor((blob.size / PROBES) * at);
    return blob.slice(start, start + PROBE_BYTES);
  });
  const probe = new Blob(pieces);
  return (await deflateBlob(probe)).size <= probe.size * BIG_TO;
}

/**
 * Hashes files one after another, so that no two are in memory at once; each once, however often it is asked for. What
 * was begun early is done while other steps wait for the browser.
 */
export function createHasher(captureId: string) {
  const begun = new Map<CaptureFile, Promise<HashedFile>>();
  let turn: Promise<unknown> = Promise.resolve();
  return (file: CaptureFile): Promise<HashedFile> => {
    const known = begun.get(file);
    if (known) return known;
    const hashed = turn.then(() => hashFile(captureId, file));
    begun.set(file, hashed);
    // A failure is thrown to whoever asks for this file, and stops no other.
    turn = hashed.catch(() => undefined);
    return hashed;
  };
}

// MHTML is `multipart/related`: its pictures are base64, of which deflating gives back a quarter.
function isText(mediaType: string): boolean {
  return /^(text\/|multipart\/related|application\/json)/.test(mediaType);
}

/** What `capture.json` and the bundle say of a file. */
export function describeArtifact(artifact: StoredArtifact): ArtifactRecord {
  const { captureId: _id, crc32: _crc, deflatedBytes: _deflated, ...record } = artifact;
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
