import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSha256, doubleSha256Start } from '@/utils/domain/sha256';

function digestOf(...pieces: readonly Uint8Array[]): string {
  const hash = createSha256();
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
}

describe('createSha256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('gives the published digest (FIPS 180-4, NIST examples) %#', (message, expected) => {
    expect(digestOf(new TextEncoder().encode(message))).toBe(expected);
  });

  it('agrees with openssl at every length around its blocks', () => {
    for (let length = 0; length <= 260; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + length) & 0xff);
      expect(digestOf(bytes), `${length} bytes`).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('gives the same digest however the bytes are cut, also out of the middle of a buffer', () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 12 });
    fc.assert(
      fc.property(pieces, fc.nat({ max: 7 }), (parts, shift) => {
        const hash = createHash('sha256');
        for (const part of parts) hash.update(part);
        const moved = parts.map((part) => Uint8Array.of(...Array(shift).fill(9), ...part).subarray(shift));
        expect(digestOf(...moved)).toBe(hash.digest('hex'));
      }),
    );
  });
});

describe('doubleSha256Start', () => {
  it('agrees with openssl at every length up to three blocks', () => {
    const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
    for (let length = 0; length <= 192; length += 1) {
      const bytes = Uint8Array.from({ length: length + 4 }, (_, index) => (index * 31 + length) & 0xff);
      const expected = hash(hash(bytes.subarray(0, length))).readInt32BE(0);
      expect(doubleSha256Start(bytes, length), `${length} bytes`).toBe(expected);
    }
  });
});
