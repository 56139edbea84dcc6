import type { Candidate, Family, Finding, Scan } from '../family';
import { describeLabel, labelNear } from '../labels';
import { NUMBERS } from '../streams';

/** Currencies of accounts (positions 6 to 8): so‘m, US dollar, euro, rouble, tenge. */
const CURRENCIES: Readonly<Record<string, string>> = {
  '000': 'UZS',
  '860': 'UZS',
  '840': 'USD',
  '978': 'EUR',
  '643': 'RUB',
  '398': 'KZT',
};

/** Settlement accounts of Uzbek banks: 20 digits, of which the currency code, and a word that says so. */
export const uzAccount: Family = {
  name: 'uz-account',
  types: ['uz-account'],
  rules: [{ on: NUMBERS, take: takeAccount }],
};

function takeAccount({ text, start, end }: Candidate, scan: Scan): Finding | undefined {
  const value = text.replace(/[ .-]/g, '');
  const currency = CURRENCIES[value.slice(5, 8)];
  if (!/^[12]\d{19}$/.test(value) || !currency) return undefined;
  const label = labelNear(scan, start, end, ['account']);
  // Russian accounts have 20 digits as well; so‘m is written 000 in Uzbekistan only.
  if (!label || (currency !== 'UZS' && scan.page.regions[0] !== 'UZ')) return undefined;
  const mfo = /(?:мфо|mfo)\D{0,4}(\d{5})(?!\d)/i.exec(scan.text.slice(end, end + 60))?.[1];
  return {
    type: 'uz-account',
    value,
    start,
    end,
    confidence: 'likely',
    reason: `20 digits with a currency code, ${describeLabel(label)}`,
    facts: { currency, ...(mfo ? { bank: mfo } : {}) },
  };
}
