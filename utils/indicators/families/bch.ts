import { hasVersion } from '../checks';
import { walletFamily } from '../wallet';

const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
/** The specification's generators of 40 bits: their upper 8, their lower 32. */
const UPPER = [0x98, 0x79, 0xf3, 0xae, 0x1e];
const LOWER = [0xf2bc8e61, 0xb76d99e2, 0x3e5fb3c4, 0x2eabe2a8, 0x4f43e470];
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
  if (words.includes(-1) || !hasCode([...PREFIX, ...words])) return false;
  const version = ((words[0] ?? 0) << 3) | ((words[1] ?? 0) >> 2);
  const type = version >> 3;
  const payloadBits = (words.length - 8) * 5;
  const bits = 8 + (HASH_BITS[version & 7] ?? 0);
  return type <= 3 && payloadBits >= bits && payloadBits - bits < 5;
}

/** Whether the BCH code of the CashAddr specification comes out at zero; 40 bits in two numbers, bigints are slow. */
function hasCode(words: readonly number[]): boolean {
  let high = 0;
  let low = 1;
  for (const word of words) {
    const top = high >> 3;
    high = ((high & 7) << 5) | (low >>> 27);
    low = (low << 5) ^ word;
    for (let i = 0; i < 5; i += 1) {
      if (((top >> i) & 1) === 0) continue;
      high ^= UPPER[i] ?? 0;
      low ^= LOWER[i] ?? 0;
    }
  }
  return high === 0 && low === 1;
}
