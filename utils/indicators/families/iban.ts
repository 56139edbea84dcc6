import type { Candidate, Family, Finding, Scan } from '../family';
import { IBAN_COUNTRIES } from '../iban-countries';
import { describeLabel, labelNear } from '../labels';
import { ownStream } from '../streams';

const IBANS = ownStream(
  'ibans',
  /(?<![A-Za-z0-9])(?:[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{1,4}){3,9}|[a-z]{2}\d{2}[a-z0-9]{11,30})(?![A-Za-z0-9])/g,
);

/** IBAN (ISO 13616): the country's length and structure, and ISO 7064 mod 97; facts: country and the bank's code. */
export const iban: Family = {
  name: 'iban',
  types: ['iban'],
  rules: [{ on: { ...IBANS, outsideTaken: false }, take: takeIban }],
};

function takeIban({ text, start }: Candidate, scan: Scan): Finding | undefined {
  const country = IBAN_COUNTRIES.get(text.slice(0, 2).toUpperCase());
  const end = country && endOfLength(text, country.length);
  if (!country || !end) return undefined;
  const value = text.slice(0, end).replace(/[ -]/g, '').toUpperCase();
  const rest = value.slice(4);
  if (!country.structure.test(rest)) return undefined;
  const range = { start, end: start + end };
  const facts = {
    country: value.slice(0, 2),
    ...(country.bank ? { bank: rest.slice(country.bank[0], country.bank[1]) } : {}),
  };
  const label = labelNear(scan, range.start, range.end, ['iban', 'account']);
  if (isMod97(value)) {
    if (!label && text !== text.toUpperCase()) return undefined;
    const reason = label ? `mod 97, ${describeLabel(label)}` : 'mod 97 and the structure of the country';
    return { type: 'iban', value, ...range, confidence: 'certain', reason, facts };
  }
  if (!label) return undefined;
  const reason = `broken mod 97, ${describeLabel(label)}`;
  return { type: 'iban', value, ...range, valid: false, confidence: 'weak', reason, facts };
}

/** Where `count` letters and digits end, if they end where a group ends. */
function endOfLength(text: string, count: number): number | undefined {
  let seen = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (/[A-Za-z0-9]/.test(text[i] ?? '')) seen += 1;
    if (seen === count) return /[A-Za-z0-9]/.test(text[i + 1] ?? '') ? undefined : i + 1;
  }
  return undefined;
}

function isMod97(value: string): boolean {
  let rest = 0;
  for (const character of value.slice(4) + value.slice(0, 4)) {
    const number = Number.parseInt(character, 36);
    rest = (rest * (number > 9 ? 100 : 10) + number) % 97;
  }
  return rest === 1;
}
