import { crc32, decodeBase58, decodeBech32 } from '../checks';
import { walletFamily } from '../wallet';

/** Cardano: Shelley payment and stake addresses of the main network (CIP-19), Byron addresses (CBOR with CRC-32). */
export const ada = walletFamily({
  type: 'ada',
  shape:
    /^(?:addr1[02-9ac-hj-np-z]{47,103}|stake1[02-9ac-hj-np-z]{53}|Ae2[1-9A-HJ-NP-Za-km-z]{50,60}|DdzFF[1-9A-HJ-NP-Za-km-z]{90,105})$/,
  schemes: ['cardano', 'web+cardano'],
  labels: ['ada', 'wallet'],
  check(token) {
    if (!/^(?:addr|stake)1/.test(token)) {
      return { value: token, valid: isByronAddress(decodeBase58(token)), reason: 'CRC-32' };
    }
    const bytes = decodeBech32(token)?.bytes;
    const isMainNetwork = ((bytes?.[0] ?? 0) & 15) === 1;
    const isLong = (bytes?.length ?? 0) >= 29 && (bytes?.length ?? 0) <= 65;
    return { value: token, valid: isMainNetwork && isLong, reason: 'bech32 checksum' };
  },
});

/** `[tag 24 (bytes), crc32 of these bytes]` in CBOR. */
function isByronAddress(cbor: Uint8Array | undefined): boolean {
  if (cbor?.[0] !== 0x82 || cbor[1] !== 0xd8 || cbor[2] !== 0x18 || cbor[3] !== 0x58) return false;
  const end = 5 + (cbor[4] ?? 0);
  const payload = cbor.subarray(5, end);
  if (cbor[end] !== 0x1a || cbor.length !== end + 5) return false;
  return new DataView(cbor.slice(end + 1).buffer).getUint32(0) === crc32(payload);
}
