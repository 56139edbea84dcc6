import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { base58, bech32, bech32m, createBase58check } from '@scure/base';

const base58checked = createBase58check(sha256);

/** Payload (version bytes included) of a base58check text; undefined if alphabet or checksum is wrong. */
export function decodeBase58check(text: string): Uint8Array | undefined {
  return attempt(() => base58checked.decode(text));
}

/** Bytes of a base58 text; undefined if the alphabet is wrong. */
export function decodeBase58(text: string): Uint8Array | undefined {
  return attempt(() => base58.decode(text));
}

/** Whether `text` is a segwit address of `prefix` (BIP-173 for version 0, BIP-350 for 1 to 16). */
export function isSegwitAddress(text: string, prefix: string): boolean {
  return segwitProgram(text, prefix, bech32, [0, 0]) || segwitProgram(text, prefix, bech32m, [1, 16]);
}

function segwitProgram(
  text: string,
  prefix: string,
  codec: typeof bech32,
  versions: readonly [number, number],
): boolean {
  const program = attempt(() => {
    const decoded = codec.decode(text as `${string}1${string}`, 90);
    const version = decoded.words[0] ?? 255;
    if (decoded.prefix !== prefix || version < versions[0] || version > versions[1]) return undefined;
    return { version, bytes: codec.fromWords(decoded.words.slice(1)) };
  });
  if (!program) return false;
  const { version, bytes } = program;
  return version === 0 ? bytes.length === 20 || bytes.length === 32 : bytes.length >= 2 && bytes.length <= 40;
}

/** Bytes of a bech32 (BIP-173) text with this prefix, any length; undefined if it isn't one. */
export function decodeBech32(text: string, prefix: string, codec = bech32): Uint8Array | undefined {
  return attempt(() => {
    const decoded = codec.decode(text as `${string}1${string}`, false);
    return decoded.prefix === prefix ? codec.fromWords(decoded.words) : undefined;
  });
}

/** The mixed-case form of 40 hex digits that EIP-55 prescribes. */
export function checksumHex(digits: string): string {
  const lower = digits.toLowerCase();
  const hash = keccak_256(new TextEncoder().encode(lower));
  let out = '';
  for (let i = 0; i < lower.length; i += 1) {
    const nibble = ((hash[i >> 1] ?? 0) >> (i % 2 ? 0 : 4)) & 15;
    out += nibble > 7 ? (lower[i] ?? '').toUpperCase() : (lower[i] ?? '');
  }
  return out;
}

/** The result of a decoder that throws on what isn't its format; undefined for that. */
export function attempt<T>(decode: () => T): T | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}
