import { blake, isSameBytes } from '../checks';
import { ownStream } from '../streams';
import { walletFamily } from '../wallet';

const ALPHABET = '13456789abcdefghijkmnopqrstuwxyz';
const ADDRESSES = ownStream(
  'nano-addresses',
  /(?<![A-Za-z0-9])(?:nano|xrb)[_-][13][13-9a-km-uw-z]{59}(?![A-Za-z0-9])/gi,
);

/** Nano: 52 characters of key and 8 of BLAKE2b checksum; the old prefix `xrb_` reads as `nano_`. */
export const nano = walletFamily({
  type: 'nano',
  on: { ...ADDRESSES, takes: false, outsideTaken: false },
  shape: /^/,
  schemes: ['nano', 'nanorep'],
  labels: ['nano', 'wallet'],
  check(text) {
    const body = text.slice(-60).toLowerCase();
    const key = toBytes(`${body.slice(0, 52)}`, 32);
    const checksum = toBytes(body.slice(52), 5);
    const valid = isSameBytes(blake(key, 5).reverse(), checksum);
    return { value: `nano_${body}`, valid, reason: 'BLAKE2b checksum' };
  },
});

/** The last `length` bytes of the number that the characters write, five bits each. */
function toBytes(characters: string, length: number): Uint8Array {
  let number = 0n;
  for (const character of characters) number = number * 32n + BigInt(ALPHABET.indexOf(character));
  return Uint8Array.from({ length }, (_, i) => Number((number >> BigInt(8 * (length - 1 - i))) & 255n));
}
