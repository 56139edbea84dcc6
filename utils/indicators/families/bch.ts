import { hasVersion } from '../checks';
import { walletFamily } from '../wallet';

const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATORS = [0x98f2bc8e61n, 0x79b76d99e2n, 0xf33e5fb3c4n, 0xae2eabe2a8n, 0x1e4f43e470n];
/** The low five bits of each letter of `bitcoincash`, and the zero that follows it. */
const PREFIX = [...'bitcoincash'].map((letter) => letter.charCodeAt(0) & 31).concat(0);
const HASH_BITS = [160, 192, 224, 256, 320, 384, 448, 512];

/** Bitcoin Cash: CashAddr, whose `bitcoincash:` is cut off; the legacy form is Bitcoin's and needs a label. */
export const bch = walletFamily({
  type: 'bch',
  shape:
    /^(?:[qpzr][02-9ac-hj-np-z]{41,111}|[QPZR][02-9AC-HJ-NP-Z]{41,111}|[13][1-9A-HJ-NP-Za-km-z]{25,34})$/,
  schemes: ['bitcoincash'],
  labels: ['bch'],
  check(token) {
    if (/^[13]/.test(token)) {
      if (!hasVersion(token, 0, 5)) return undefined;
      return { value: token, valid: true, proven: false, reason: 'base58check checksum' };
    }
    const value = token.toLowerCase();
    return { value, valid: isCashAddress(value), reason: 'CashAddr checksum' };
  },
});

function isCashAddress(text: string): boolean {
  const words = [...text].map((letter) => ALPHABET.indexOf(letter));
  if (words.includes(-1) || polymod([...PREFIX, ...words]) !== 0n) return false;
  const version = ((words[0] ?? 0) << 3) | ((words[1] ?? 0) >> 2);
  const type = version >> 3;
  const payloadBits = (words.length - 8) * 5;
  const bits = 8 + (HASH_BITS[version & 7] ?? 0);
  return type <= 3 && payloadBits >= bits && payloadBits - bits < 5;
}

/** The BCH code of the CashAddr specification. */
function polymod(words: readonly number[]): bigint {
  let sum = 1n;
  for (const word of words) {
    const top = sum >> 35n;
    sum = ((sum & 0x07ffffffffn) << 5n) ^ BigInt(word);
    for (const [i, generator] of GENERATORS.entries()) if ((top >> BigInt(i)) & 1n) sum ^= generator;
  }
  return sum ^ 1n;
}
