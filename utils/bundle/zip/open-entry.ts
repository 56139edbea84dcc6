import { refuse } from './faults';
import { type ByteSource, type Bytes, STORED } from './format';
import { inflate, isStreamFault, readPieces } from './inflate';
import type { ZipEntries, ZipFile } from './read';

/**
 * The uncompressed bytes of an entry, in pieces, with bounded memory. Throws `zip-corrupt-data` if the deflate
 * stream is broken, gives another number of bytes than its header says (it stops there), or has bytes behind
 * its end. The CRC is the caller's to compare.
 */
export async function* openEntry(zip: ZipEntries, entry: ZipFile): AsyncGenerator<Uint8Array> {
  const data = zip.blob.slice(entry.dataOffset, entry.dataOffset + entry.compressedBytes);
  if (entry.method === STORED) {
    yield* readPieces(data.stream());
    return;
  }
  let produced = 0;
  for await (const piece of inflateEntry(data, entry.path)) {
    produced += piece.length;
    if (produced > entry.bytes) refuse('zip-corrupt-data', entry.path, `${entry.bytes} bytes`, 'more');
    yield piece;
  }
  if (produced !== entry.bytes) {
    refuse('zip-corrupt-data', entry.path, `${entry.bytes} bytes`, `${produced} bytes`);
  }
  if (await endsEarly(data)) {
    refuse('zip-corrupt-data', entry.path, 'nothing behind the compressed data', 'further bytes');
  }
}

async function* inflateEntry(data: ByteSource, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* inflate(data);
  } catch (error) {
    if (!isStreamFault(error)) throw error;
    refuse('zip-corrupt-data', path, 'a deflate stream', error.message);
  }
}

// Node's DecompressionStream passes over bytes behind the end of the deflate stream, where nobody would see
// them (https://github.com/nodejs/node/issues/58247). A stream that is still whole without its last byte has some.
async function endsEarly(data: ByteSource): Promise<boolean> {
  try {
    for await (const _piece of inflate(data.slice(0, data.size - 1)));
    return true;
  } catch (error) {
    if (!isStreamFault(error)) throw error;
    return false;
  }
}

/** A whole entry in memory. Throws like openEntry, and `zip-too-big` beyond `limit` bytes. */
export async function readEntry(zip: ZipEntries, entry: ZipFile, limit: number): Promise<Bytes> {
  if (entry.bytes > limit)
    refuse('zip-too-big', entry.path, `at most ${limit} bytes`, `${entry.bytes} bytes`);
  const whole = new Uint8Array(entry.bytes);
  let at = 0;
  for await (const piece of openEntry(zip, entry)) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
