/** Arguments that one call may take; engines refuse some 100,000. */
const CHUNK = 0x8000;

/** Bytes as base64 (RFC 4648, section 4), without line breaks. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
}
