import { bech32, bech32m } from '@scure/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasBech32Checksum } from '@/utils/indicators/bech32-checksum';

const words = fc.array(fc.nat({ max: 31 }), { maxLength: 90 });
const prefix = fc.constantFrom('bc', 'ltc', 'addr', 'lnbc25m', 'u', 'cosmos', 'a1b');

describe.each([
  ['bech32', bech32, 'bech32m'],
  ['bech32m', bech32m, 'bech32'],
] as const)('the checksum of %s', (variant, codec, other) => {
  it('comes out right for what the reference wrote, in both cases, and not for the other variant', () => {
    fc.assert(
      fc.property(prefix, words, (name, data) => {
        const text = codec.encode(name, data, false);
        expect(hasBech32Checksum(text, variant)).toBe(true);
        expect(hasBech32Checksum(text.toUpperCase(), variant)).toBe(true);
        expect(hasBech32Checksum(text, other)).toBe(false);
      }),
    );
  });

  it('notices any one changed character', () => {
    const changed = fc.constantFrom(...'qpzry9x8gf2tvdw0s3jn54khce6mua7lbio1');
    fc.assert(
      fc.property(words, fc.nat(), changed, (data, place, to) => {
        const text = codec.encode('bc', data, false);
        const at = 3 + (place % (text.length - 3));
        fc.pre(text[at] !== to);
        expect(hasBech32Checksum(text.slice(0, at) + to + text.slice(at + 1), variant)).toBe(false);
      }),
    );
  });
});
