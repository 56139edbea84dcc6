import { sha1 } from '@noble/hashes/legacy.js';
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { toHex } from '@/utils/domain/hash';
import { joinBytes } from '../zip/format';

/** UUID version 5 (RFC 9562, section 5.5): the same namespace and name give the same UUID. */
export function uuidV5(namespace: string, name: string): string {
  const bytes = sha1(joinBytes(hexToBytes(namespace.replaceAll('-', '')), utf8ToBytes(name))).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
