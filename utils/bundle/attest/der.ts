import { base64 } from '@scure/base';
import { type AsnType, fromBER } from 'asn1js';
import type { Bytes } from '../zip/format';
import { Fault } from './fault';

/** Longest certificate, token or signature that is read, in bytes. */
export const DER_LIMIT = 1_000_000;

const PEM_BLOCK = /-----BEGIN ([A-Z0-9 #]{1,40})-----([A-Za-z0-9+/=\s]+)-----END \1-----/g;

/**
 * The structures of a file in DER: as it is, out of each of its PEM blocks (RFC 7468), or out of bare Base64, the
 * form that e-signature programs like to write. Empty if it is none of these, or longer than 1 MB.
 */
export function derBlocks(file: Uint8Array): Bytes[] {
  if (file.length > DER_LIMIT) return [];
  if (file[0] === 0x30) return [file.slice()];
  const text = new TextDecoder('latin1').decode(file);
  const blocks = [...text.matchAll(PEM_BLOCK)].map(([, , body]) => body ?? '');
  return (blocks.length > 0 ? blocks : [text]).flatMap((body) => {
    const compact = body.replace(/\s/g, '');
    const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(compact) && compact.length % 4 === 0;
    const der = isBase64 ? decodeBase64(compact) : null;
    return der?.[0] === 0x30 ? [der] : [];
  });
}

function decodeBase64(text: string): Bytes | null {
  try {
    return base64.decode(text).slice();
  } catch (error) {
    // Bits behind the last byte.
    if (error instanceof Error) return null;
    throw error;
  }
}

/** One ASN.1 structure that takes up all of `der`. Throws a Fault for anything else. */
export function readAsn1(der: Uint8Array, what: string): AsnType {
  const { offset, result } = fromBER(der);
  if (offset !== der.length) throw new Fault('attestation-unreadable', what, 'something else');
  return result;
}
