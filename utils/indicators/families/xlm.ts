import { base32nopad } from '@scure/base';
import { attempt, crc16 } from '../checks';
import { walletFamily } from '../wallet';

/** Stellar: account ids (`G…`, SEP-23) and muxed accounts (`M…`) with CRC-16; secret seeds aren't addresses. */
export const xlm = walletFamily({
  type: 'xlm',
  shape: /^(?:G[A-Z2-7]{55}|M[A-Z2-7]{68})$/,
  schemes: ['web+stellar', 'stellar'],
  labels: ['xlm', 'wallet'],
  joins: false,
  check(token) {
    const bytes = attempt(() => base32nopad.decode(token));
    const version = token.startsWith('G') ? 6 << 3 : 12 << 3;
    const valid =
      bytes?.[0] === version &&
      crc16(bytes.subarray(0, -2)) === (bytes.at(-1) ?? 0) * 256 + (bytes.at(-2) ?? 0);
    return { value: token, valid, reason: 'CRC-16' };
  },
});
