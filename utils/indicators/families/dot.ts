import { blake, decodeBase58, isSameBytes } from '../checks';
import { walletFamily } from '../wallet';

const CONTEXT = new TextEncoder().encode('SS58PRE');

/** Polkadot: SS58 of 32 bytes with network 0; other networks' forms (Kusama 2, generic 42) need a label. */
export const dot = walletFamily({
  type: 'dot',
  shape: /^[1-9A-HJ-NP-Za-km-z]{46,48}$/,
  schemes: ['polkadot', 'substrate', 'dot'],
  labels: ['dot'],
  joins: false,
  check(token) {
    const bytes = decodeBase58(token);
    const network = bytes?.[0] ?? -1;
    if (bytes?.length !== 35 || ![0, 2, 42].includes(network)) return undefined;
    const hash = blake(Uint8Array.from([...CONTEXT, ...bytes.subarray(0, 33)]), 64);
    const valid = isSameBytes(hash.subarray(0, 2), bytes.subarray(33));
    return { value: token, valid, proven: network === 0, reason: 'SS58 checksum' };
  },
});
