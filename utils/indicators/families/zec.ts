import { decodeBase58check, decodeBech32 } from '../checks';
import { walletFamily } from '../wallet';

/** Payload lengths by version bytes: transparent P2PKH and P2SH, Sprout. */
const BASE58: Readonly<Record<number, number>> = { 7352: 22, 7357: 22, 5786: 66 };

/** Zcash: transparent and Sprout (base58check), Sapling (bech32), unified (ZIP 316) and TEX (ZIP 320) in bech32m. */
export const zec = walletFamily({
  type: 'zec',
  shape:
    /^(?:t[13][1-9A-HJ-NP-Za-km-z]{33}|zc[1-9A-HJ-NP-Za-km-z]{93}|zs1[02-9ac-hj-np-z]{75}|u1[02-9ac-hj-np-z]{60,500}|tex1[02-9ac-hj-np-z]{38})$/,
  schemes: ['zcash'],
  labels: ['zec'],
  check(token) {
    if (/^(?:t[13]|zc)/.test(token)) {
      const payload = decodeBase58check(token);
      const version = payload ? (payload[0] ?? 0) * 256 + (payload[1] ?? 0) : 0;
      const valid = payload !== undefined && payload.length === BASE58[version];
      return { value: token, valid, reason: 'base58check checksum' };
    }
    const isSapling = token.startsWith('zs1');
    const decoded = decodeBech32(token, isSapling ? 'bech32' : 'bech32m');
    return {
      value: token,
      valid: decoded !== undefined,
      reason: isSapling ? 'bech32 checksum' : 'bech32m checksum',
    };
  },
});
