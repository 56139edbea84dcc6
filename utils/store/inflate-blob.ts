/** The plain bytes of a raw deflate stream (RFC 1951), of the same media type. Throws a TypeError if the stream is broken. */
export async function inflateBlob(deflated: Blob): Promise<Blob> {
  const plain = deflated.stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Blob([await new Response(plain).arrayBuffer()], { type: deflated.type });
}
