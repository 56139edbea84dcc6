import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import { phoneMetadata } from './phone-metadata';

/** A valid number (E.164) and what its digits say. */
export interface PhoneNumber {
  readonly value: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** Public numbering plans: what is mobile, and the operators' codes. */
const PLANS = [
  {
    prefix: '+998',
    mobile: /^(?:20|33|50|55|7[07]|8[78]|9[013-57-9])/,
    operators: {
      Beeline: '90 91',
      Ucell: '93 94 50',
      Uzmobile: '95 99 77',
      Mobiuz: '97 88 87',
      Perfectum: '98',
      Humans: '33',
      OQ: '20',
    },
  },
  {
    prefix: '+77',
    mobile: /^(?:0[0-8]|47|5|6|7[15-8])/,
    operators: { Kcell: '01 02 75 78', Beeline: '05 71 76 77', 'Tele2/Altel': '00 07 08 47' },
  },
  { prefix: '+7', mobile: /^9/, operators: {} },
] as const;

/** Reads an international number; `digits` with or without `+`. Undefined unless the numbering plan has it. */
export function readInternational(text: string): PhoneNumber | undefined {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 15) return undefined;
  return describe(parsePhoneNumberFromString(`+${digits}`, { extract: false }, phoneMetadata));
}

/** Reads a number as people of `region` write it among themselves. */
export function readLocal(digits: string, region: 'KZ' | 'UZ' | 'RU'): PhoneNumber | undefined {
  return describe(
    parsePhoneNumberFromString(digits, { defaultCountry: region, extract: false }, phoneMetadata),
  );
}

function describe(parsed: ReturnType<typeof parsePhoneNumberFromString>): PhoneNumber | undefined {
  if (!parsed?.isValid()) return undefined;
  const { number, country } = parsed;
  return { value: number, facts: country ? { country, ...readRange(number) } : {} };
}

/** Kind of number and the operator to whom its range was given; since numbers can be ported, the range's only. */
function readRange(number: string): Record<string, string> {
  const plan = PLANS.find(({ prefix }) => number.startsWith(prefix));
  if (!plan) return {};
  const rest = number.slice(plan.prefix.length);
  const operator = Object.entries(plan.operators).find(([, codes]) =>
    codes.split(' ').some((code) => rest.startsWith(code)),
  )?.[0];
  return { kind: plan.mobile.test(rest) ? 'mobile' : 'other', ...(operator ? { range: operator } : {}) };
}
