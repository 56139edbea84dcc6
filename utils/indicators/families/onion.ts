import { sha3_256 } from '@noble/hashes/sha3.js';
import { base32nopad } from '@scure/base';
import { attempt } from '../checks';
import type { Family, Finding } from '../family';
import type { Link } from '../link';
import { LINKS } from '../streams';
import { urlFinding } from './url';

const PREFIX = new TextEncoder().encode('.onion checksum');

/** Tor onion services of version 3 (rend-spec-v3): key, checksum and version in 56 base32 characters. */
export const onion: Family = {
  name: 'onion',
  types: ['onion'],
  rules: [
    {
      on: LINKS,
      take({ link }) {
        const finding = link && readOnion(link);
        if (!link || !finding) return undefined;
        const asUrl = urlFinding(link);
        return asUrl ? [finding, asUrl] : finding;
      },
    },
  ],
};

function readOnion(link: Link): Finding | undefined {
  const address = /(?:^|\.)([a-z0-9]{56})\.onion$/.exec(link.host)?.[1];
  if (!address) return undefined;
  const value = `${address}.onion`;
  const place = { type: 'onion', value, start: link.start, end: link.end } as const;
  if (isVersion3(address)) return { ...place, confidence: 'certain', reason: 'checksum' };
  return { ...place, valid: false, confidence: 'weak', reason: 'broken checksum, .onion' };
}

/** How the version byte 3 ends an address: spares the decoder what can't be one. */
const VERSION_3 = /[aiqy]d$/;

function isVersion3(address: string): boolean {
  if (!VERSION_3.test(address)) return false;
  const bytes = attempt(() => base32nopad.decode(address.toUpperCase()));
  if (bytes?.length !== 35 || bytes[34] !== 3) return false;
  const hash = sha3_256(Uint8Array.from([...PREFIX, ...bytes.subarray(0, 32), 3]));
  return hash[0] === bytes[32] && hash[1] === bytes[33];
}
