import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractIndicators } from '@/utils/indicators';
import labelled from '../../fixtures/indicators/labelled.json';

/** Values whose checksum must notice one changed character; those in one case of Ethereum and Solana have none. */
const CHECKSUMMED: readonly (readonly [type: string, value: string])[] = [
  ['btc', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
  ['btc', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
  ['btc', 'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0'],
  ['ltc', 'LVg2kJoFNg45Nbpy53h7Fe1wKyeXVRhMH9'],
  ['doge', 'DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L'],
  ['dash', 'XpESxaUmonkq8RaLLp46Brx2K39ggQe226'],
  ['zec', 't1U9yhDa5XEjgfnTgZoKddeSiEN1aoLkQxq'],
  ['bch', 'qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a'],
  ['trx', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
  ['xmr', '44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A'],
  ['xrp', 'r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59'],
  ['ton', 'EQDtFpEwcFAEcRe5mLVh2N6C0x-_hJEM7W61_JLnSF74p4q2'],
  ['ada', 'addr1vx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzers66hrl8'],
  ['bnb', 'bnb1grpf0955h0ykzq3ar5nmum7y6gdfl6lxfn46h2'],
  ['xlm', 'GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ'],
  ['nano', 'nano_3t6k35gi95xu6tergt6p69ck76ogmitsa8mnijtpxm9fkcm736xtoncuohr3'],
  ['cosmos', 'cosmos1zaavvzxez0elundtn32qnk9lkm8kmcszzsv80v'],
  ['dot', '15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5'],
  ['onion', 'pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion'],
  ['iban', 'KZ86125KZT5004100100'],
  ['iban', 'GB29NWBK60161331926819'],
  ['card', '4111111111111111'],
  ['tox', '56A1ADE4B65B86BCD51CC73E2CD4E542179F47959FE3E0E21B4B0ACDADE51855D34D34D37CB5'],
];
const LABELS: Readonly<Record<string, string>> = { card: 'карта', iban: 'IBAN' };
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const validKeys = (text: string) =>
  extractIndicators({ text })
    .filter(({ valid }) => valid)
    .map(({ type, value }) => `${type} ${value}`);

describe('a checksum', () => {
  it.each(CHECKSUMMED)('of %s notices any one changed character: %s', (type, value) => {
    const label = LABELS[type] ?? `${type} wallet`;
    expect(validKeys(`${label} ${value}`)).toHaveLength(1);
    const last = value.endsWith('.onion') ? 55 : value.length - 1;
    const change = fc.record({ at: fc.integer({ min: 0, max: last }), to: fc.constantFrom(...LETTERS) });
    fc.assert(
      fc.property(change, ({ at, to }) => {
        fc.pre(value[at]?.toLowerCase() !== to.toLowerCase());
        const changed = value.slice(0, at) + to + value.slice(at + 1);
        const found = validKeys(`${label} ${changed}`).filter((key) => key.startsWith(`${type} `));
        expect(found).toEqual([]);
      }),
      { numRuns: 150, seed: 4 },
    );
  });
});

describe('noise', () => {
  const plain = labelled.filter((item) => item.level === 'plain' && item.text && item.expect.length === 1);
  const word = fc.constantFrom(
    'доставка',
    'сегодня',
    'курс',
    'шынайы',
    'bugun',
    'weather',
    'и',
    'the',
    '—',
    '…',
    '15',
  );
  const noise = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));

  it('around a text changes nothing of what is found in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...plain), noise, noise, (item, before, after) => {
        const text = item.text ?? '';
        expect(validKeys(`${before}.\n\n${text}\n\n${after}.`)).toEqual(validKeys(text));
      }),
      { numRuns: 400, seed: 4 },
    );
  });

  it('alone yields nothing', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...LETTERS, ' ', '.', ',', '-', '/', ':', '\n'),
      maxLength: 400,
    });
    fc.assert(
      fc.property(letters, (text) => {
        const proven = extractIndicators({ text }).filter(
          ({ type, valid }) => valid && !/^(?:domain|url|ipv)/.test(type),
        );
        expect(proven).toEqual([]);
      }),
      { numRuns: 500, seed: 4 },
    );
  });
});

describe('invisible characters', () => {
  it('inside a value change neither what is found nor that raw is what stood there', () => {
    const values = fc.constantFrom(...CHECKSUMMED.filter(([type]) => !LABELS[type]));
    const marks = fc.constantFrom('\u200b', '\u00ad', '\u2060', '\ufeff', '\u202e');
    fc.assert(
      fc.property(values, marks, fc.nat(), ([type, value], mark, place) => {
        const at = 1 + (place % (value.length - 1));
        const written = value.slice(0, at) + mark + value.slice(at);
        const text = `адрес ${written}!`;
        const found = extractIndicators({ text }).find((indicator) => indicator.type === type);
        expect(found?.value).toBe(type === 'tox' ? value : extractIndicators({ text: value })[0]?.value);
        expect(found?.sightings[0]?.raw).toBe(written);
      }),
      { numRuns: 200, seed: 4 },
    );
  });
});

describe('a value in pieces', () => {
  /** Those whose checksum can prove that pieces belong together. */
  const JOINED = new Set(['btc', 'ltc', 'doge', 'dash', 'trx', 'xmr', 'xrp']);

  it('is the same value across tags, wherever they stand', () => {
    const values = fc.constantFrom(...CHECKSUMMED);
    const tags = fc.constantFrom('<wbr>', '<b></b>', '<!-- x -->', '<span class="x"></span>', '&#8203;');
    fc.assert(
      fc.property(values, tags, fc.nat(), ([type, value], tag, place) => {
        const at = 1 + (place % (value.length - 1));
        const label = LABELS[type] ?? `${type} wallet`;
        const written = `${value.slice(0, at)}${tag}${value.slice(at)}`;
        const found = extractIndicators({ html: `<p>${label}: ${written}</p>` });
        expect(found.filter(({ valid }) => valid).map((it) => `${it.type} ${it.value}`)).toEqual(
          validKeys(`${label}: ${value}`),
        );
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it('is joined across a line break or spaces, if the checksum holds', () => {
    const values = fc.constantFrom(...CHECKSUMMED.filter(([type]) => JOINED.has(type)));
    const gaps = fc.constantFrom('\n', ' ');
    fc.assert(
      fc.property(values, gaps, fc.nat(), ([type, value], gap, place) => {
        const at = 6 + (place % (value.length - 12));
        const written = `${value.slice(0, at)}${gap}${value.slice(at)}`;
        expect(validKeys(`${type}: ${written}`)).toEqual(validKeys(`${type}: ${value}`));
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});

describe('offsets', () => {
  it('always point at raw, whatever the text', () => {
    const piece = fc.constantFrom(...labelled.map((item) => item.text ?? item.html ?? ''));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) => {
        const text = pieces.join('\u00a0\n');
        for (const { sightings } of extractIndicators({ text })) {
          for (const { raw, start, end } of sightings) expect(text.slice(start, end)).toBe(raw);
        }
      }),
      { numRuns: 150, seed: 4 },
    );
  });
});
