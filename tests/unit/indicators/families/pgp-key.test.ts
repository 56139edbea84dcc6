import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { extractIndicators } from '@/utils/indicators';

const armour = (body: string, head = 'Version: Example\n\n') =>
  `-----BEGIN PGP PUBLIC KEY BLOCK-----\n${head}${body.replace(/.{64}/g, '$&\n')}\n=AbCd\n-----END PGP PUBLIC KEY BLOCK-----`;

/** A version 4 public key packet: creation time, RSA, two numbers of no meaning. */
const key = Uint8Array.from([
  4,
  0x5f,
  0,
  0,
  0,
  1,
  ...Array.from({ length: 263 }, (_, i) => (i * 37 + 11) & 255),
]);
const packet = Uint8Array.from([0x99, key.length >> 8, key.length & 255, ...key]);
const fingerprint = createHash('sha1').update(packet).digest('hex').toUpperCase();
const keysIn = (text: string) => extractIndicators({ text }).filter(({ type }) => type === 'pgp-key');

describe('pgp-key', () => {
  it('is named by the fingerprint of RFC 9580, version 4', () => {
    const block = armour(Buffer.from(packet).toString('base64'));
    const [found, ...rest] = keysIn(`Наш ключ:\n${block}\nПишите.`);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ value: fingerprint, valid: true, confidence: 'certain' });
    expect(found?.sightings[0]?.raw).toBe(block);
  });

  it('is named alike in a packet of the new format', () => {
    const length = key.length - 192;
    const fresh = Uint8Array.from([0xc6, (length >> 8) + 192, length & 255, ...key]);
    expect(keysIn(armour(Buffer.from(fresh).toString('base64')))[0]?.value).toBe(fingerprint);
  });

  it('that can’t be read is named by the SHA-256 of its body', () => {
    const body = Buffer.from('not a packet at all, but base64 of some length').toString('base64');
    const digest = createHash('sha256').update(body).digest('hex').toUpperCase();
    expect(keysIn(armour(body))[0]).toMatchObject({ value: digest, confidence: 'likely' });
  });

  it('needs an end, a body, and to be a public key', () => {
    expect(keysIn('-----BEGIN PGP PUBLIC KEY BLOCK-----\nabc')).toEqual([]);
    expect(keysIn(armour('abcd'))).toEqual([]);
    expect(keysIn(armour('abcd').replaceAll('PUBLIC KEY BLOCK', 'MESSAGE'))).toEqual([]);
  });
});
