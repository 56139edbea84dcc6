import { decodeBase58check } from '../checks';
import { walletFamily } from '../wallet';

/** Tron (and TRC-20 tokens such as USDT): base58check of 0x41 and 20 bytes. */
export const trx = walletFamily({
  type: 'trx',
  shape: /^T[1-9A-HJ-NP-Za-km-z]{33}$/,
  schemes: ['tron', 'trx'],
  labels: ['trx', 'wallet'],
  check(token) {
    const payload = decodeBase58check(token);
    const valid = payload?.length === 21 && payload[0] === 0x41;
    return { value: token, valid, reason: 'base58check checksum' };
  },
});
