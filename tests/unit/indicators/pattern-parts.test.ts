import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestByFirst } from '@/utils/indicators/pattern-parts';

const SHAPES = [
  /^(?:[13][1-9A-HJ-NP-Za-km-z]{24,34}|bc1[02-9ac-hj-np-z]{8,87}|BC1[02-9AC-HJ-NP-Z]{8,87})$/,
  /^(?:lnbc(?:\d{1,12}[munp]?)?1[02-9ac-hj-np-z]{9,19}|lnurl1[02-9ac-hj-np-z]{30,90})$/i,
  /^[48](?:[1-9A-HJ-NP-Za-km-z]{9}|[1-9A-HJ-NP-Za-km-z]{15})$/,
  /^bnb1[02-9ac-hj-np-z]{38}$/i,
  /^0[xX][0-9a-fA-F]{40}$/,
  /^[1-9A-HJ-NP-Za-km-z]{46,48}$/,
];

describe('longestByFirst', () => {
  it.each(SHAPES)('lets pass every text of %s', (shape) => {
    const longest = longestByFirst(shape);
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(shape.source)), fc.boolean(), (written, isUpper) => {
        const text = isUpper && shape.ignoreCase ? written.toUpperCase() : written;
        expect(text).toMatch(shape);
        expect(text.length).toBeLessThanOrEqual(longest[text.charCodeAt(0)] ?? 0);
      }),
    );
  });

  it('tells apart how a text begins', () => {
    const [btc, lightning, xmr, bnb] = SHAPES.map((shape) => longestByFirst(shape));
    const of = (table: Uint16Array | undefined, letters: string) =>
      [...letters].map((letter) => table?.[letter.charCodeAt(0)]);
    expect(of(btc, '13bB2c0')).toEqual([35, 35, 90, 90, 0, 0, 0]);
    expect(of(lightning, 'lLm1')).toEqual([96, 96, 0, 0]);
    expect(of(xmr, '48a')).toEqual([16, 16, 0]);
    expect(of(bnb, 'bBn')).toEqual([42, 42, 0]);
  });
});
