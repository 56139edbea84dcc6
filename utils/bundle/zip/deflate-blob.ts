/** The Blob as a raw deflate stream (RFC 1951), by the browser's own zlib; its media type stays that of the plain bytes. */
export async function deflateBlob(plain: Blob): Promise<Blob> {
  return collect(plain.stream().pipeThrough(new CompressionStream('deflate-raw')), plain.type);
}

/** The same of bytes that are in memory already. */
export async function deflateBytes(plain: Uint8Array<ArrayBuffer>, type: string): Promise<Blob> {
  const { readable, writable } = new CompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const [deflated] = await Promise.all([collect(readable, type), writer.write(plain), writer.close()]);
  return deflated;
}

async function collect(deflated: ReadableStream, type: string): Promise<Blob> {
  return new Blob([await new Response(deflated).arrayBuffer()], { type });
}
