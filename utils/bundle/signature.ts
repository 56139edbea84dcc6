import { base64 } from '@scure/base';
import { type Bytes, joinBytes } from './zip/format';

const HALF = 32;
const PEM_HEAD = '-----BEGIN PUBLIC KEY-----\n';
const PEM_TAIL = '-----END PUBLIC KEY-----\n';

/** A P-256 signature of WebCrypto (r and s, 32 bytes each) as the DER of RFC 3279 that openssl reads. */
export function rawToDer(raw: Uint8Array): Bytes {
  if (raw.length !== HALF * 2) throw new RangeError(`a P-256 signature has 64 bytes, not ${raw.length}`);
  const body = joinBytes(derInteger(raw.subarray(0, HALF)), derInteger(raw.subarray(HALF)));
  return joinBytes(Uint8Array.of(0x30, body.length), body);
}

/** The reverse of rawToDer; null for anything that rawToDer would not have written. */
export function derToRaw(der: Uint8Array): Bytes | null {
  const [r, s] = [readInteger(der, 2), readInteger(der, 4 + (der[3] ?? 0))];
  if (!r || !s) return null;
  const raw = joinBytes(r, s);
  const again = rawToDer(raw);
  return again.length === der.length && again.every((byte, index) => byte === der[index]) ? raw : null;
}

/** A SubjectPublicKeyInfo as PEM (RFC 7468). */
export function spkiToPem(spki: Uint8Array): string {
  const lines = base64.encode(spki).match(/.{1,64}/g) ?? [];
  return `${PEM_HEAD}${lines.join('\n')}\n${PEM_TAIL}`;
}

/** The reverse of spkiToPem; null for anything that spkiToPem would not have written. */
export function pemToSpki(pem: string): Bytes | null {
  const text = pem.slice(PEM_HEAD.length, -PEM_TAIL.length).replaceAll('\n', '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const spki = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return spkiToPem(spki) === pem ? spki : null;
}

// DER integers are signed and as short as can be.
function derInteger(half: Uint8Array): Bytes {
  let start = 0;
  while (start < half.length - 1 && half[start] === 0) start += 1;
  const digits = half.subarray(start);
  const padding = (digits[0] ?? 0) & 0x80 ? Uint8Array.of(0) : new Uint8Array();
  return joinBytes(Uint8Array.of(0x02, padding.length + digits.length), padding, digits);
}

function readInteger(der: Uint8Array, at: number): Bytes | null {
  const length = der[at + 1];
  if (der[at] !== 0x02 || !length || at + 2 + length > der.length) return null;
  const digits = der.subarray(at + 2, at + 2 + length);
  const value = digits[0] === 0 ? digits.subarray(1) : digits;
  return value.length > HALF ? null : joinBytes(new Uint8Array(HALF - value.length), value);
}
