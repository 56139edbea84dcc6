/** The two checksums: of BIP-173 and of BIP-350. */
export type Bech32Variant = 'bech32' | 'bech32m';

const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const VALUES = Int8Array.from({ length: 128 }, (_, code) =>
  ALPHABET.indexOf(String.fromCharCode(code).toLowerCase()),
);
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
/** What the five bits that leave the checksum on top put into it: the generators of the bits that are set. */
const FEEDBACK = Int32Array.from({ length: 32 }, (_, top) =>
  GENERATOR.reduce((sum, generator, bit) => ((top >> bit) & 1 ? sum ^ generator : sum), 0),
);
const RESULTS: Readonly<Record<Bech32Variant, number>> = { bech32: 1, bech32m: 0x2bc830a3 };

/**
 * Whether the checksum of the text comes out right, whatever the case of its letters. All the rest is the decoder's
 * to judge; this spares it, and the exception it throws, what isn't an address: nearly everything of the form.
 */
export function hasBech32Checksum(text: string, variant: Bech32Variant): boolean {
  const separator = text.lastIndexOf('1');
  let sum = 1;
  for (let i = 0; i < separator; i += 1) sum = step(sum, lowerCode(text, i) >> 5);
  sum = step(sum, 0);
  for (let i = 0; i < separator; i += 1) sum = step(sum, lowerCode(text, i) & 31);
  for (let i = separator + 1; i < text.length; i += 1) {
    const value = VALUES[text.charCodeAt(i)] ?? -1;
    if (value < 0) return false;
    sum = step(sum, value);
  }
  return sum === RESULTS[variant];
}

function step(sum: number, value: number): number {
  return ((sum & 0x1ffffff) << 5) ^ value ^ (FEEDBACK[sum >> 25] ?? 0);
}

function lowerCode(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 65 && code <= 90 ? code + 32 : code;
}
