/** The Blob as a raw deflate stream (RFC 1951), by the browser's own zlib; its media type stays that of the plain bytes. */
export async function deflateBlob(plain: Blob): Promise<Blob> {
  const deflated = plain.stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Blob([await new Response(deflated).arrayBuffer()], { type: plain.type });
}
