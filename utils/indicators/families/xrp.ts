import { decodeXrpBase58check } from '../checks';
import { walletFamily } from '../wallet';

/** XRP ledger: classic addresses, and X-addresses (XLS-5) of the main network with their tag. */
export const xrp = walletFamily({
  type: 'xrp',
  shape: /^(?:r[1-9A-HJ-NP-Za-km-z]{24,34}|X[1-9A-HJ-NP-Za-km-z]{46})$/,
  schemes: ['ripple', 'xrpl', 'xrp'],
  labels: ['xrp', 'wallet'],
  check(token) {
    const payload = decodeXrpBase58check(token);
    if (token.startsWith('r')) {
      return {
        value: token,
        valid: payload?.length === 21 && payload[0] === 0,
        reason: 'base58check checksum',
      };
    }
    const valid =
      payload?.length === 31 && payload[0] === 0x05 && payload[1] === 0x44 && (payload[22] ?? 9) <= 1;
    const tag =
      valid && payload[22] === 1 ? new DataView(payload.slice().buffer).getUint32(23, true) : undefined;
    return {
      value: token,
      valid,
      reason: 'base58check checksum',
      ...(tag === undefined ? {} : { facts: { tag: String(tag) } }),
    };
  },
});
