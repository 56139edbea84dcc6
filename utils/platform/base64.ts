/** A Blob from base64 (RFC 4648, section 4). Throws if it isn't. */
export function blobFromBase64(base64: string, type: string): Blob {
  return new Blob([bytesFromBase64(base64)], { type });
}

/** A Blob from a `data:` URL with a base64 body (RFC 2397), as browsers give their pictures. */
export function blobFromDataUrl(url: string): Blob {
  const match = /^data:([^;,]+);base64,/.exec(url);
  if (!match?.[1]) throw new Error('not a base64 data: URL');
  return blobFromBase64(url.slice(match[0].length), match[1]);
}

/** Bytes from base64 (RFC 4648, section 4). Throws if it isn't. */
export function bytesFromBase64(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  // A photograph has millions: a callback for each takes ten times as long.
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Small pieces of bytes as base64 (RFC 4648, section 4). */
export function base64FromBytes(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
