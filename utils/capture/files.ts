import { type Digest, digestBlob, digestBytes } from '@/utils/bundle/digest';
import { deflateBlob, deflateBytes } from '@/utils/bundle/zip/deflate-blob';
import type { ArtifactRecord, StoredArtifact } from '@/utils/domain/capture';
import { freeBytes } from '@/utils/domain/free-bytes';

/** A file of a capture before it is hashed. */
export interface CaptureFile {
  readonly name: string;
  readonly blob: Blob;
  readonly pixels?: ArtifactRecord['pixels'];
  /** The same, where it is in memory: nobody has to wait until the browser gives it back. */
  readonly inMemory?: { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string };
}

/** Characters of a text that is kept in memory. */
const SMALL = 1_000_000;

/** A file of text. The Blob of one that is in memory is made when it is asked for: where it is deflated, nobody does. */
export function textFile(name: string, text: string, mediaType: string): CaptureFile {
  if (text.length > SMALL) return { name, blob: new Blob([text], { type: mediaType }) };
  const bytes = new TextEncoder().encode(text);
  let blob: Blob | undefined;
  return {
    name,
    inMemory: { bytes, mediaType },
    get blob() {
      blob ??= new Blob([bytes], { type: mediaType });
      return blob;
    },
  };
}

const sizeOf = (file: CaptureFile) => file.inMemory?.bytes.length ?? file.blob.size;
const mediaTypeOf = (file: CaptureFile) => file.inMemory?.mediaType ?? file.blob.type;

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
  const { name, pixels } = file;
  const mediaType = mediaTypeOf(file);
  const isBig = sizeOf(file) > BIG;
  const { sha256, crc32, bytes, deflated } = await (isBig ? digestBig(file.blob) : digestSmall(file));
  const artifact: StoredArtifact = {
    captureId,
    name,
    mediaType,
    bytes,
    sha256,
    crc32,
    ...(pixels ? { pixels } : {}),
    ...(mediaType === 'image/png' ? await pngSize(file.blob) : {}),
  };
  return deflated
    ? { artifact: { ...artifact, deflatedBytes: deflated.size }, blob: deflated }
    : { artifact, blob: file.blob };
}

interface Digested extends Digest {
  readonly deflated: Blob | null;
}

async function digestBig(blob: Blob): Promise<Digested> {
  const digest = await digestBlob(blob);
  const isWorth = isText(blob.type) && (await isWorthDeflating(blob));
  return { ...digest, deflated: isWorth ? smaller(await deflateBlob(blob), blob) : null };
}

/** Read once for both: each reading is a wait for the browser. */
async function digestSmall(file: CaptureFile): Promise<Digested> {
  const mediaType = mediaTypeOf(file);
  const bytes = file.inMemory?.bytes ?? new Uint8Array(await file.blob.arrayBuffer());
  const isWorth = bytes.length >= DEFLATE_FROM && isText(mediaType);
  const [digest, deflated] = await Promise.all([
    digestBytes(bytes),
    isWorth ? deflateBytes(bytes, mediaType) : null,
  ]);
  const kept = deflated && smaller(deflated, { size: bytes.length });
  if (!file.inMemory) freeBytes(bytes);
  return { ...digest, deflated: kept };
}

function smaller(deflated: Blob, plain: { readonly size: number }): Blob | null {
  return deflated.size <= plain.size * DEFLATE_TO ? deflated : null;
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
 * Hashes files, those that must be read one after another, so that no two are in memory at once; each once, however often
 * it is asked for. What was begun early is done while other steps wait for the browser.
 */
export function createHasher(captureId: string) {
  const begun = new Map<CaptureFile, Promise<HashedFile>>();
  let turn: Promise<unknown> = Promise.resolve();
  return (file: CaptureFile): Promise<HashedFile> => {
    const known = begun.get(file);
    if (known) return known;
    const hashed = file.inMemory ? hashFile(captureId, file) : turn.then(() => hashFile(captureId, file));
    begun.set(file, hashed);
    // A failure is thrown to whoever asks for this file, and stops no other.
    if (!file.inMemory) turn = hashed.catch(() => undefined);
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

const sizes = new WeakMap<Blob, Promise<{ width: number; height: number }>>();

/**
 * Width and height in pixels, from the IHDR chunk (PNG specification, 11.2.1), read once a Blob; throws if it is no PNG.
 */
export function pngSize(png: Blob): Promise<{ width: number; height: number }> {
  const known = sizes.get(png) ?? readPngSize(png);
  sizes.set(png, known);
  return known;
}

async function readPngSize(png: Blob): Promise<{ width: number; height: number }> {
  const view = new DataView(await png.slice(0, 24).arrayBuffer());
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) {
    throw new Error('not a PNG');
  }
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
