import { hasVersion } from '../checks';
import { walletFamily } from '../wallet';

/** Dogecoin: base58check with 0x1e (P2PKH) and 0x16 (P2SH). */
export const doge = walletFamily({
  type: 'doge',
  shape: /^[DA9][1-9A-HJ-NP-Za-km-z]{25,33}$/,
  schemes: ['dogecoin', 'doge'],
  labels: ['doge'],
  check: (token) => ({ value: token, valid: hasVersion(token, 0x1e, 0x16), reason: 'base58check checksum' }),
});
