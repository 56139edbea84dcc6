import { decodeBech32 } from '../checks';
import { walletFamily } from '../wallet';

/** BNB Beacon Chain: bech32 of 20 bytes behind `bnb`. (BNB Smart Chain has Ethereum's addresses.) */
export const bnb = walletFamily({
  type: 'bnb',
  shape: /^bnb1[02-9ac-hj-np-z]{38}$/i,
  schemes: ['bnb', 'binance'],
  labels: ['bnb', 'wallet'],
  check(token) {
    const value = token.toLowerCase();
    return { value, valid: decodeBech32(token)?.bytes?.length === 20, reason: 'bech32 checksum' };
  },
});
