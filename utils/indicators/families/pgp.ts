import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64 } from '@scure/base';
import { attempt, toHex } from '../checks';
import type { Candidate, Family, Finding, Scan, Stream } from '../family';
import { describeLabel, labelNear } from '../labels';
import { ownStream, TOKENS } from '../streams';

const BEGIN = '-----BEGIN PGP PUBLIC KEY BLOCK-----';
const END = '-----END PGP PUBLIC KEY BLOCK-----';

const BLOCKS: Stream = {
  name: 'pgp-blocks',
  find(text, visit) {
    for (let start = text.indexOf(BEGIN); start >= 0; ) {
      const close = text.indexOf(END, start);
      if (close < 0) return;
      const end = close + END.length;
      visit({ text: text.slice(start, end), start, end });
      start = text.indexOf(BEGIN, end);
    }
  },
  exclusive: true,
  takes: true,
  outsideTaken: false,
};

const GROUPS = ownStream(
  'pgp-fingerprint-groups',
  /(?<![0-9A-Fa-f])(?:[0-9A-F]{4}[ \u00a0]{1,3}){9}[0-9A-F]{4}(?![ ]?[0-9A-Fa-f]{4})/gi,
  / [0-9A-F]{4} {1,3}[0-9A-F]{4} /i,
);

/** OpenPGP (RFC 9580): public keys by fingerprint, else by SHA-256 of the armour's body; fingerprints of 40 digits. */
export const pgp: Family = {
  name: 'pgp',
  types: ['pgp-key', 'pgp-fingerprint'],
  rules: [
    { on: BLOCKS, take: takeBlock },
    { on: { ...GROUPS, outsideTaken: false }, take: takeGroups },
    { on: TOKENS, take: takeDigits },
  ],
};

function takeBlock({ text, start, end }: Candidate): Finding | undefined {
  const body = text
    .slice(BEGIN.length, -END.length)
    .replace(/^[ \t]*[A-Za-z-]{1,40}:.*$/gm, '')
    .replace(/\n[ \t]*=[A-Za-z0-9+/]{4}\s*$/, '')
    .replace(/\s/g, '');
  if (body.length < 40) return undefined;
  const bytes = attempt(() => base64.decode(body));
  const fingerprint = bytes && fingerprintOf(bytes);
  const value = (fingerprint ?? toHex(sha256(new TextEncoder().encode(body)))).toUpperCase();
  const reason = fingerprint ? 'public key packet' : 'armour; the value is the SHA-256 of its body';
  return { type: 'pgp-key', value, start, end, confidence: fingerprint ? 'certain' : 'likely', reason };
}

/** Fingerprint of the first packet if it is a public key of version 4 (SHA-1) or 6 (SHA-256). */
function fingerprintOf(bytes: Uint8Array): string | undefined {
  const [tag = 0, first = 0, second = 0] = bytes;
  const isNewFormat = (tag & 0x40) !== 0;
  if ((isNewFormat ? tag & 0x3f : (tag & 0x3c) >> 2) !== 6) return undefined;
  let start = 2;
  let length = first;
  if (isNewFormat && first >= 192 && first < 224) {
    start = 3;
    length = ((first - 192) << 8) + second + 192;
  } else if (!isNewFormat && (tag & 3) === 1) {
    start = 3;
    length = (first << 8) | second;
  } else if (isNewFormat ? first >= 224 : (tag & 3) > 1) return undefined;
  const packet = bytes.subarray(start, start + length);
  if (packet.length !== length) return undefined;
  if (packet[0] === 4) return toHex(sha1(Uint8Array.from([0x99, length >> 8, length & 255, ...packet])));
  if (packet[0] === 6)
    return toHex(sha256(Uint8Array.from([0x9b, 0, 0, length >> 8, length & 255, ...packet])));
  return undefined;
}

function takeGroups({ text, start, end }: Candidate): Finding | undefined {
  const value = text.replace(/\s/g, '').toUpperCase();
  if (new Set(value).size < 6 || !/[A-F]/.test(value)) return undefined;
  const reason = 'ten groups of four hex digits';
  return { type: 'pgp-fingerprint', value, start, end, confidence: 'likely', reason };
}

function takeDigits({ text, start, end }: Candidate, scan: Scan): Finding | undefined {
  const digits = text.replace(/^0x/i, '');
  if (!/^[0-9A-Fa-f]{40}$/.test(digits)) return undefined;
  const label = labelNear(scan, start, end, ['pgp']);
  if (!label) return undefined;
  const value = digits.toUpperCase();
  return { type: 'pgp-fingerprint', value, start, end, confidence: 'likely', reason: describeLabel(label) };
}
