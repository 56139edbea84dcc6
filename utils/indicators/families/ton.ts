import { base64, base64url } from '@scure/base';
import { attempt, crc16, toHex } from '../checks';
import { ownStream } from '../streams';
import { walletFamily } from '../wallet';

const ADDRESSES = ownStream(
  'ton-addresses',
  /(?<![A-Za-z0-9_+-])[EUk0][Qf][A-Za-z0-9_+/-]{46}(?![A-Za-z0-9_+/=-])|(?<![\w:])(?:0|-1):[0-9a-fA-F]{64}(?!\w)/g,
);

/** TON: friendly addresses in base64 or base64url with CRC-16, and raw ones (`0:` and 64 hex digits, label needed). */
export const ton = walletFamily({
  type: 'ton',
  on: { ...ADDRESSES, takes: false, outsideTaken: false },
  shape: /^/,
  schemes: ['ton'],
  labels: ['ton', 'wallet'],
  check(text) {
    if (text.includes(':')) {
      return { value: text.toLowerCase(), valid: true, proven: false, reason: 'raw form' };
    }
    const bytes = attempt(() => (/[-_]/.test(text) ? base64url : base64).decode(text));
    if (bytes?.length !== 36) return undefined;
    const [tag = 0, chain = 0] = bytes;
    const [high = 0, low = 0] = bytes.subarray(34);
    const isKnown = [0x11, 0x51].includes(tag & 0x7f) && (chain === 0 || chain === 255);
    const valid = isKnown && crc16(bytes.subarray(0, 34)) === high * 256 + low;
    const facts = {
      raw: `${chain === 255 ? '-1' : '0'}:${toHex(bytes.subarray(2, 34))}`,
      bounceable: String((tag & 0x7f) === 0x11),
      ...(tag & 0x80 ? { network: 'test' } : {}),
    };
    return { value: text, valid, reason: 'CRC-16', ...(valid ? { facts } : {}) };
  },
});
