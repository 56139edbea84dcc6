import { keccak_256 } from '@noble/hashes/sha3.js';
import { base58xmr } from '@scure/base';
import { attempt, isSameBytes } from '../checks';
import { walletFamily } from '../wallet';

/** Kind of address by its network byte (main network only). */
const KINDS: Readonly<Record<number, string>> = { 18: 'standard', 19: 'integrated', 42: 'subaddress' };

/** Monero: standard and subaddresses of 95 characters, integrated ones of 106; four bytes of Keccak-256. */
export const xmr = walletFamily({
  type: 'xmr',
  shape: /^[48](?:[1-9A-HJ-NP-Za-km-z]{94}|[1-9A-HJ-NP-Za-km-z]{105})$/,
  schemes: ['monero'],
  labels: ['xmr', 'wallet'],
  check(token) {
    const bytes = attempt(() => base58xmr.decode(token));
    const kind = KINDS[bytes?.[0] ?? 0];
    const hasLength = bytes?.length === (kind === 'integrated' ? 77 : 69);
    const valid =
      bytes !== undefined &&
      kind !== undefined &&
      hasLength &&
      isSameBytes(keccak_256(bytes.subarray(0, -4)).subarray(0, 4), bytes.subarray(-4));
    return { value: token, valid, reason: 'Keccak checksum', ...(valid ? { facts: { kind } } : {}) };
  },
});
