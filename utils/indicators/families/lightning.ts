import { decodeBech32 } from '../checks';
import { walletFamily } from '../wallet';

/** Lightning: invoices (BOLT 11) of the main network with their amount, and LNURL (LUD-01). */
export const lightning = walletFamily({
  type: 'lightning',
  shape: /^(?:lnbc(?:\d{1,12}[munp]?)?1[02-9ac-hj-np-z]{90,1900}|lnurl1[02-9ac-hj-np-z]{30,1900})$/i,
  schemes: ['lightning'],
  labels: ['lightning', 'btc'],
  joins: false,
  check(token) {
    const value = token.toLowerCase();
    const amount = /^lnbc(\d{1,12}[munp]?)1/.exec(value)?.[1];
    return {
      value,
      valid: decodeBech32(value) !== undefined && !/[a-z][A-Z]|[A-Z][a-z]/.test(token),
      reason: 'bech32 checksum',
      ...(amount ? { facts: { amount } } : {}),
    };
  },
});
