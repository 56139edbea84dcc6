import type { Candidate, Family, Finding, Scan } from '../family';
import { describeLabel, labelsNear } from '../labels';
import { NUMBERS } from '../streams';

/** Public ranges (ISO/IEC 7812 issuer numbers) and lengths of the schemes. */
const SCHEMES: readonly (readonly [string, RegExp, readonly number[]])[] = [
  ['Uzcard', /^(?:8600|5614)/, [16]],
  ['Humo', /^9860/, [16]],
  ['Mir', /^220[0-4]/, [16, 17, 18, 19]],
  ['Visa', /^4/, [16]],
  ['Mastercard', /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  ['UnionPay', /^62/, [16, 17, 18, 19]],
];
const GROUPED = /^(?:\d{4}([ .-]{1,2})\d{4}\1\d{4}\1\d{4}(?:\1?\d{1,3})?|\d(?: \d){15,18})$/;

/** Payment cards: Luhn, a known range and a word that says so; the number's scheme is kept as a fact. */
export const card: Family = {
  name: 'card',
  types: ['card'],
  rules: [{ on: NUMBERS, take: takeCard }],
};

function takeCard({ text, start, end }: Candidate, scan: Scan): Finding | undefined {
  const value = text.replace(/[ .-]/g, '');
  const isGrouped = GROUPED.test(text);
  if (!/^\d{16,19}$/.test(value) || !(isGrouped || value === text)) return undefined;
  const scheme = SCHEMES.find(
    ([, range, lengths]) => range.test(value) && lengths.includes(value.length),
  )?.[0];
  if (!scheme || new Set(value).size < 2) return undefined;
  const [label] = labelsNear(
    scan,
    start,
    end,
    isGrouped ? ['card', 'wallet', 'order', 'notCard'] : ['card', 'notCard'],
  );
  if (!label || label.kind === 'notCard') return undefined;
  const valid = isLuhn(value);
  if (!valid && label.kind !== 'card') return undefined;
  return {
    type: 'card',
    value,
    start,
    end,
    valid,
    confidence: !valid ? 'weak' : label.kind === 'card' ? 'certain' : 'likely',
    reason: `${valid ? 'Luhn' : 'broken Luhn'}, range of ${scheme}, ${describeLabel(label)}`,
    facts: { scheme },
  };
}

/** The Luhn check digit of ISO/IEC 7812-1. */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}
