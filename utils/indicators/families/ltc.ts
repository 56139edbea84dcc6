import { decodeBech32, hasVersion, isSegwitAddress } from '../checks';
import { walletFamily } from '../wallet';

/** Litecoin: base58check (0x30, 0x32; 0x05 is Bitcoin's too and needs a label), segwit, MWEB. */
export const ltc = walletFamily({
  type: 'ltc',
  shape:
    /^(?:[LM3][1-9A-HJ-NP-Za-km-z]{25,33}|ltc1[02-9ac-hj-np-z]{8,86}|LTC1[02-9AC-HJ-NP-Z]{8,86}|ltcmweb1[02-9ac-hj-np-z]{100,130})$/,
  schemes: ['litecoin'],
  labels: ['ltc'],
  check(token) {
    const value = /^ltc/i.test(token) ? token.toLowerCase() : token;
    if (value.startsWith('ltcmweb1')) {
      return { value, valid: decodeBech32(value) !== undefined, reason: 'bech32 checksum' };
    }
    if (value.startsWith('ltc1'))
      return { value, valid: isSegwitAddress(value, 'ltc'), reason: 'bech32 checksum' };
    if (!value.startsWith('3'))
      return { value, valid: hasVersion(value, 0x30, 0x32), reason: 'base58check checksum' };
    return hasVersion(value, 5)
      ? { value, valid: true, proven: false, reason: 'base58check checksum' }
      : undefined;
  },
});
