import { hasVersion } from '../checks';
import { walletFamily } from '../wallet';

/** Dash: base58check with 0x4c (P2PKH) and 0x10 (P2SH). */
export const dash = walletFamily({
  type: 'dash',
  shape: /^[X7][1-9A-HJ-NP-Za-km-z]{25,33}$/,
  schemes: ['dash'],
  labels: ['dash'],
  check: (token) => ({ value: token, valid: hasVersion(token, 0x4c, 0x10), reason: 'base58check checksum' }),
});
