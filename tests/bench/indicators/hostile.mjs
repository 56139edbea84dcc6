/**
 * Texts of `length` characters each: inputs that make careless patterns backtrack, lists of nothing but genuine
 * identifiers, and prose with contacts to compare both with.
 */
export function hostileTexts(length) {
  const fill = (piece) => {
    let text = '';
    for (let i = 0; text.length < length; i += 1) text += typeof piece === 'string' ? piece : piece(i);
    return text.slice(0, length);
  };
  // Values that never repeat, so that nothing can be remembered.
  const digits = (i, count) => String((i * 7919 + 1234567) % 10 ** count).padStart(count, '0');
  const letters = (i, count) =>
    digits(i, count).replace(/\d/g, (digit, at) => 'qpzry9x8gf'[(Number(digit) + at) % 10]);
  const pieces = {
    a: 'a',
    '@': '@',
    '.': '.',
    'a.': 'a.',
    'a@': 'a@',
    'a@a.': 'a@a.',
    digits: '1234567890',
    '4 4 4': '4 ',
    '4400 4': '4400 4301 ',
    'zeros +': '+7 ',
    brackets: '(((',
    'nested brackets': '([{<',
    '(at)': 'a(at)',
    '[.]': 'a[.]',
    ' dot ': 'a dot ',
    ' at ': 'a at ',
    '://': '://',
    'https://': 'https://',
    'https://a.': 'https://a.b/',
    't.me/': 't.me/',
    '?q=https://': 'https://a.kz/?q=',
    'a:': 'a:',
    '::': ':1:',
    'hex pairs': 'ab:',
    'hex groups': 'ABCD ',
    'base58 pieces': '1A1z P1eP ',
    seeds: 'T1 ',
    'q1-': 'q1-',
    'base58 run': (i) => `1A1zP1eP5QGefi2DMPT${letters(i, 9)}ivfNb `,
    'bech32 run': (i) => `bc1qw508d6qejxtdg4y5r3zarva${letters(i, 9)}kv8f3t5 `,
    'monero run': (i) => `4${'4'.repeat(85)}${letters(i, 9)} `,
    'onion run': (i) => `${'a'.repeat(47)}${letters(i, 9).replace(/[89]/g, 'a')}.onion `,
    'cash address run': (i) => `qpm2qsznhks23z7629mms6s4cwef74v${letters(i, 9)}dx `,
    'nano run': (i) =>
      `nano_3t6k35gi95xu6tergt6p69ck76ogmitsa8mnijtpxm9fkcm7${'1'.repeat(4)}${digits(i, 4).replace(/[02]/g, '1')} `,
    'iban run': 'KZ86 125K ZT50 0410 0101 ',
    'data:': 'data:image/png;base64,',
    'base64 run': 'aB3+/',
    percent: '%41%',
    entities: '&#64;',
    'zero width': '\u200b',
    'mixed script': 'aа',
    'single letters': 'a b ',
    pgp: '-----BEGIN PGP PUBLIC KEY BLOCK-----\n',
    degrees: "43°14'",
    pairs: '43.238949,',
    labels: 'телефон карта BTC ',
    'labelled wallets': (i) => `BTC 1A1zP1eP5QGefi2DMPT${letters(i, 9)}ivfNb `,
    tags: 'G-1 UA-1 GTM-A ',
    ym: 'ym(12345 ',
    fb: 'facebook.com/tr?a=1&',
    wickr: 'wickr: ',
    backslashes: '\\u0041',
  };
  const lists = {
    'labelled numbers': (i) => `тел 8701${digits(i, 7)} `,
    mentions: (i) => `тг @shop${letters(i, 5)} `,
    'labelled cards': (i) => `карта 4400 4301 ${digits(i, 8).replace(/(.{4})/, '$1 ')} `,
    mails: (i) => `shop${letters(i, 4)}@mail${i % 100}.ru `,
    links: (i) => `https://t.me/shop_${letters(i, 5)} `,
  };
  const prose = (i) =>
    `Интернет-магазин «Мега» доставляет по Алматы и Астане. Цена 12 500 тенге, телефон 8 701 ${digits(i, 7).replace(/(...)(..)(..)/, '$1 $2 $3')}. ` +
    `Read more at https://example.com/page${i} or write to shop${i}@example.com; the price is 100 dollars. `;
  const filled = (kinds) => Object.entries(kinds).map(([name, piece]) => [name, fill(piece)]);
  return { prose: fill(prose), hostile: filled(pieces), lists: filled(lists) };
}
