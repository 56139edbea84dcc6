import { blake2b } from '@noble/hashes/blake2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { base58, base58xrp, bech32, bech32m } from '@scure/base';
import { doubleSha256Start } from '@/utils/domain/sha256';
import { type Bech32Variant, hasBech32Checksum } from './bech32-checksum';

const CODECS = { bech32, bech32m };

/** The result of a decoder that throws on what isn't its format; undefined for that. */
export function attempt<T>(decode: () => T): T | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}

/** Whether both hold the same bytes. */
export function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

/** The same decoder, which does the work once for the coins that ask for the same text one after the other. */
function rememberLast(
  decode: (text: string) => Uint8Array | undefined,
): (text: string) => Uint8Array | undefined {
  let last: { readonly text: string; readonly bytes: Uint8Array | undefined } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, bytes: decode(text) };
    return last.bytes;
  };
}

/** Bytes of a base58 text; undefined if the alphabet is wrong. */
export const decodeBase58 = rememberLast((text) => attempt(() => base58.decode(text)));

/** Payload (version bytes included) of a base58check text; undefined if alphabet or checksum is wrong. */
export const decodeBase58check = rememberLast((text) => readChecked(decodeBase58(text)));

/** The same with the alphabet of the XRP ledger. */
export const decodeXrpBase58check = rememberLast((text) =>
  readChecked(attempt(() => base58xrp.decode(text))),
);

/** What stands before the four bytes of the double SHA-256. */
function readChecked(bytes: Uint8Array | undefined): Uint8Array | undefined {
  if (!bytes || bytes.length < 5) return undefined;
  const length = bytes.length - 4;
  const hash = doubleSha256Start(bytes, length);
  for (let i = 0; i < 4; i += 1) if (bytes[length + i] !== ((hash >>> (24 - i * 8)) & 255)) return undefined;
  return bytes.subarray(0, length);
}

/** A base58check check of 20-byte hashes behind one of these version bytes, as most coins have it. */
export function hasVersion(text: string, ...versions: readonly number[]): boolean {
  const payload = decodeBase58check(text);
  return payload?.length === 21 && versions.includes(payload[0] ?? -1);
}

/** Whether `text` is a segwit address of `prefix` (BIP-173 for version 0, BIP-350 for 1 to 16). */
export function isSegwitAddress(text: string, prefix: string): boolean {
  if (!text.startsWith(`${prefix}1`)) return false;
  // `q` writes version 0; the version says which of the two checksums is due.
  const variant = text[prefix.length + 1] === 'q' ? 'bech32' : 'bech32m';
  if (!hasBech32Checksum(text, variant)) return false;
  const codec = CODECS[variant];
  const isProgram = attempt(() => {
    const { words } = codec.decode(text as `${string}1${string}`, 90);
    const version = words[0] ?? 255;
    const { length } = codec.fromWords(words.slice(1));
    if (version > 16) return false;
    return version === 0 ? length === 20 || length === 32 : length >= 2 && length <= 40;
  });
  return isProgram === true;
}

/** Prefix and bytes of a bech32 text of any length (bech32m if told so); undefined if it isn't one. */
export function decodeBech32(
  text: string,
  variant: Bech32Variant = 'bech32',
): { prefix: string; words: readonly number[]; bytes: Uint8Array | undefined } | undefined {
  if (!hasBech32Checksum(text, variant)) return undefined;
  const codec = CODECS[variant];
  return attempt(() => {
    const { prefix, words } = codec.decode(text as `${string}1${string}`, false);
    return { prefix, words, bytes: attempt(() => codec.fromWords(words)) };
  });
}

/** The mixed-case form of 40 hex digits that EIP-55 prescribes. */
export function checksumHex(digits: string): string {
  const lower = digits.toLowerCase();
  const hash = keccak_256(new TextEncoder().encode(lower));
  return [...lower]
    .map((digit, i) => (((hash[i >> 1] ?? 0) >> (i % 2 ? 0 : 4)) & 8 ? digit.toUpperCase() : digit))
    .join('');
}

/** CRC-16/XMODEM (polynomial 0x1021, start 0), as TON and Stellar use it. */
export function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1)
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}

/** CRC-32 (IEEE 802.3), as Cardano's Byron addresses use it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** BLAKE2b of the bytes with a digest of `length` bytes. */
export function blake(bytes: Uint8Array, length: number): Uint8Array {
  return blake2b(bytes, { dkLen: length });
}

/** Hex digits of the bytes, lower case. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
