import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derToRaw, pemToSpki, rawToDer, spkiToPem } from '@/utils/bundle/signature';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const message = Buffer.from('statement');

describe('rawToDer', () => {
  it('gives what OpenSSL accepts, and derToRaw gives the raw form back', () => {
    // Some 60 signatures: about half of all halves have their top bit set, and need a zero before them.
    for (let round = 0; round < 60; round += 1) {
      const raw = new Uint8Array(sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' }));
      const der = rawToDer(raw);
      expect(verify('sha256', message, { key: publicKey, dsaEncoding: 'der' }, der)).toBe(true);
      expect(derToRaw(der)).toEqual(raw);
    }
  });

  it('comes back for any two numbers, short ones and zero too', () => {
    const half = fc.tuple(fc.nat(32), fc.uint8Array({ minLength: 32, maxLength: 32 }));
    fc.assert(
      fc.property(half, half, ([zeros, r], [others, s]) => {
        const raw = new Uint8Array([...r.fill(0, 0, zeros), ...s.fill(0, 0, others)]);
        expect(derToRaw(rawToDer(raw))).toEqual(raw);
      }),
    );
  });
});

describe('derToRaw', () => {
  it.each([
    ['nothing', []],
    ['an empty sequence', [0x30, 0]],
    ['a number with a zero too many', [0x30, 7, 2, 2, 0, 1, 2, 1, 1]],
    ['a negative number', [0x30, 6, 2, 1, 0x80, 2, 1, 1]],
    ['bytes behind the end', [0x30, 6, 2, 1, 1, 2, 1, 1, 0]],
    ['a number cut short', [0x30, 6, 2, 1, 1, 2, 9, 1]],
    ['a number of 34 bytes', [0x30, 39, 2, 34, ...new Array(34).fill(1), 2, 1, 1]],
  ])('refuses %s', (_, der) => {
    expect(derToRaw(Uint8Array.from(der))).toBeNull();
  });
});

describe('spkiToPem', () => {
  const spki = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }));

  it('writes what OpenSSL writes, and pemToSpki reads it back', () => {
    expect(spkiToPem(spki)).toBe(publicKey.export({ type: 'spki', format: 'pem' }));
    expect(pemToSpki(spkiToPem(spki))).toEqual(spki);
    expect(createPublicKey(spkiToPem(spki)).asymmetricKeyType).toBe('ec');
  });

  it.each([
    ['nothing', ''],
    ['other line ends', spkiToPem(spki).replaceAll('\n', '\r\n')],
    ['text before it', ` ${spkiToPem(spki)}`],
    ['another label', spkiToPem(spki).replaceAll('PUBLIC', 'SECRET')],
    ['no padding', spkiToPem(spki).replace('=', '')],
  ])('pemToSpki refuses %s', (_, pem) => {
    expect(pemToSpki(pem)).toBeNull();
  });
});
