import { decodeBech32 } from '../checks';
import { walletFamily } from '../wallet';

/** Cosmos Hub: bech32 of 20 or 32 bytes behind `cosmos`. */
export const cosmos = walletFamily({
  type: 'cosmos',
  shape: /^cosmos1[02-9ac-hj-np-z]{38,58}$/i,
  schemes: ['cosmos'],
  labels: ['cosmos', 'wallet'],
  check(token) {
    const length = decodeBech32(token)?.bytes?.length;
    return { value: token.toLowerCase(), valid: length === 20 || length === 32, reason: 'bech32 checksum' };
  },
});
