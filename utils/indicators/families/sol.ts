import { decodeBase58 } from '../checks';
import { walletFamily } from '../wallet';

/** Solana: 32 bytes in base58 without any checksum, so only with a label or a `solana:` URI. */
export const sol = walletFamily({
  type: 'sol',
  shape: /^[1-9A-HJ-NP-Za-km-z]{32,44}$/,
  schemes: ['solana'],
  labels: ['sol'],
  joins: false,
  check(token) {
    if (decodeBase58(token)?.length !== 32 || !/\d/.test(token) || !/[a-z]/.test(token)) return undefined;
    return { value: token, valid: true, proven: false, reason: '32 bytes in base58' };
  },
});
