import { checksumHex } from '../checks';
import { walletFamily } from '../wallet';

/** Ethereum and every chain with its addresses; mixed case must match EIP-55. */
export const eth = walletFamily({
  type: 'eth',
  shape: /^0[xX][0-9a-fA-F]{40}$/,
  schemes: ['ethereum'],
  labels: ['eth', 'bnb', 'wallet'],
  check(token) {
    const digits = token.slice(2);
    const value = `0x${digits.toLowerCase()}`;
    // The zero address, burn addresses and masks are constants of code, nobody's wallet.
    if (new Set(value.slice(2)).size < 8) return undefined;
    if (digits === digits.toLowerCase() || digits === digits.toUpperCase()) {
      return { value, valid: true, reason: '40 hex digits in one case, which carries no checksum' };
    }
    return { value, valid: checksumHex(digits) === digits, reason: 'EIP-55 checksum' };
  },
});
