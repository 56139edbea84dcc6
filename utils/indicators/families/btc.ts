import { hasVersion, isSegwitAddress } from '../checks';
import { walletFamily } from '../wallet';

/** Bitcoin: P2PKH and P2SH in base58check, segwit in bech32 (BIP-173) and bech32m (BIP-350). */
export const btc = walletFamily({
  type: 'btc',
  shape: /^(?:[13][1-9A-HJ-NP-Za-km-z]{24,34}|bc1[02-9ac-hj-np-z]{8,87}|BC1[02-9AC-HJ-NP-Z]{8,87})$/,
  schemes: ['bitcoin'],
  labels: ['btc', 'wallet'],
  check(token) {
    if (/^bc1/i.test(token)) {
      const value = token.toLowerCase();
      return { value, valid: isSegwitAddress(value, 'bc'), reason: 'bech32 checksum' };
    }
    return { value: token, valid: hasVersion(token, 0, 5), reason: 'base58check checksum' };
  },
});
