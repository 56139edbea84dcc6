import { freeBytes } from '@/utils/domain/free-bytes';
import { toHex } from '@/utils/domain/hash';
import { createSha256 } from '@/utils/domain/sha256';
import { crc32 } from './zip/crc32';
import { type ByteSource, type Bytes, joinBytes } from './zip/format';
import { inflate } from './zip/inflate';

/** What a file's content comes to. `sha256` in lower-case hex, `crc32` unsigned. */
export interface Digest {
  readonly sha256: string;
  readonly crc32: number;
  readonly bytes: number;
}

export interface DigestOptions {
  readonly signal?: AbortSignal;
  /** Called with the number of bytes just taken in. */
  readonly onBytes?: (bytes: number) => void;
}

/** WebCrypto hashes four times as fast, but only what is in memory as a whole, and takes a copy of that. */
export const WHOLE_LIMIT = 64 * 1024 * 1024;
const SLICE = 4 * 1024 * 1024;

/** SHA-256 and CRC-32 of a Blob; never more than 64 MB of it in memory, twice. Throws the signal's reason when aborted. */
export async function digestBlob(blob: ByteSource, options: DigestOptions = {}): Promise<Digest> {
  if (blob.size > WHOLE_LIMIT) return digestPieces(freedBehind(slices(blob)), options);
  options.signal?.throwIfAborted();
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const digest = await digestBytes(bytes);
  freeBytes(bytes);
  options.onBytes?.(digest.bytes);
  return digest;
}

/**
 * SHA-256 and CRC-32 of what a raw deflate stream inflates to; `bytes`: how much that should be, more is left unread.
 * Throws what `isStreamFault` knows if the stream is broken, the signal's reason when aborted.
 */
export async function digestDeflatedBlob(
  blob: ByteSource,
  bytes: number,
  options: DigestOptions = {},
): Promise<Digest> {
  const pieces = limited(inflate(blob), bytes);
  if (bytes > WHOLE_LIMIT) return digestPieces(pieces, options);
  options.signal?.throwIfAborted();
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  const digest = await digestBytes(joinBytes(...all));
  options.onBytes?.(digest.bytes);
  return digest;
}

// Only for pieces that nobody keeps: when the next one is asked for, the one before is gone.
async function* freedBehind(pieces: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  for await (const piece of pieces) {
    yield piece;
    freeBytes(piece);
  }
}

// One piece beyond what is expected tells that there is more, whatever a small stream may inflate to.
async function* limited(pieces: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const piece of pieces) {
    yield piece;
    done += piece.length;
    if (done > bytes) return;
  }
}

/** SHA-256 and CRC-32 of bytes in memory. */
export async function digestBytes(bytes: Bytes): Promise<Digest> {
  // WebCrypto works in another thread meanwhile.
  const hash = crypto.subtle.digest('SHA-256', bytes);
  const crc = crc32(bytes);
  return { sha256: toHex(new Uint8Array(await hash)), crc32: crc, bytes: bytes.length };
}

/** SHA-256 and CRC-32 of a stream of pieces, one piece in memory at a time. Throws the signal's reason when aborted. */
export async function digestPieces(
  pieces: AsyncIterable<Uint8Array>,
  { signal, onBytes }: DigestOptions = {},
): Promise<Digest> {
  const digest = createDigest();
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    digest.update(piece);
    onBytes?.(piece.length);
  }
  return digest.end();
}

/** A digest that is fed piece by piece; `end` once, behind the last. */
export function createDigest() {
  const hash = createSha256();
  let crc = 0;
  let bytes = 0;
  return {
    update(piece: Uint8Array): void {
      hash.update(piece);
      crc = crc32(piece, crc);
      bytes += piece.length;
    },
    end: (): Digest => ({ sha256: hash.digest(), crc32: crc, bytes }),
  };
}

/** A Blob in pieces of 4 MB, each read when it is asked for. */
export async function* slices(blob: ByteSource): AsyncGenerator<Bytes> {
  for (let at = 0; at < blob.size; at += SLICE) {
    yield new Uint8Array(await blob.slice(at, at + SLICE).arrayBuffer());
  }
}
