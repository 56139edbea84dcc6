import { bytesFromBase64 } from '@/utils/domain/base64';
import { freeBytes } from '@/utils/domain/free-bytes';

/** A Blob from base64 (RFC 4648, section 4), without line breaks. Throws if it isn't. */
export function blobFromBase64(base64: string, type: string): Blob {
  const bytes = bytesFromBase64(base64);
  const blob = new Blob([bytes], { type });
  freeBytes(bytes);
  return blob;
}

/** A Blob from a `data:` URL with a base64 body (RFC 2397), as browsers give their pictures. */
export function blobFromDataUrl(url: string): Blob {
  const { base64, type } = splitDataUrl(url);
  return blobFromBase64(base64, type);
}

/** The body of such a URL, still encoded, and its type. */
export function splitDataUrl(url: string): { readonly base64: string; readonly type: string } {
  const match = /^data:([^;,]+);base64,/.exec(url);
  if (!match?.[1]) throw new Error('not a base64 data: URL');
  return { base64: url.slice(match[0].length), type: match[1] };
}
