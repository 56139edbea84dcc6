import type { ByteSource } from './format';

/** Inflates a raw deflate stream (RFC 1951) piece by piece. Throws what `isStreamFault` knows if it is broken. */
export function inflate(data: ByteSource): AsyncGenerator<Uint8Array> {
  return readPieces(data.stream().pipeThrough(new DecompressionStream('deflate-raw')));
}

/** Whether an error says that a deflate stream is broken: browsers give a TypeError, Node zlib's own error. */
export function isStreamFault(error: unknown): error is Error {
  if (error instanceof TypeError) return true;
  return error instanceof Error && 'code' in error && /^(Z_|ERR_TRAILING)/.test(String(error.code));
}

/** The pieces of a stream; not every browser iterates over streams with `for await`. */
export async function* readPieces(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
