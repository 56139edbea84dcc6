/** Arguments that one call may take; engines refuse some 100,000. */
const CHUNK = 0x8000;

/** Bytes from base64 (RFC 4648, section 4). Throws if it isn't. */
export function bytesFromBase64(base64: string): Uint8Array<ArrayBuffer> {
  // Node 20 has neither of the two.
  if (typeof Uint8Array.fromBase64 === 'function') return Uint8Array.fromBase64(base64);
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  // A photograph has millions: a callback for each takes ten times as long.
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Bytes as base64 (RFC 4648, section 4), without line breaks. */
export function toBase64(bytes: Uint8Array): string {
  if (typeof bytes.toBase64 === 'function') return bytes.toBase64();
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
}
