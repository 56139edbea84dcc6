import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import { phoneMetadata } from './phone-metadata';

/** A valid number (E.164) and what its digits say. */
export interface PhoneNumber {
  readonly value: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** Reads an international number; `digits` with or without `+`. Undefined unless the numbering plan has it. */
export function readInternational(digits: string): PhoneNumber | undefined {
  return describe(
    parsePhoneNumberFromString(`+${digits.replace(/\D/g, '')}`, { extract: false }, phoneMetadata),
  );
}

/** Reads a number as people of `region` write it among themselves. */
export function readLocal(digits: string, region: 'KZ' | 'UZ' | 'RU'): PhoneNumber | undefined {
  return describe(
    parsePhoneNumberFromString(digits, { defaultCountry: region, extract: false }, phoneMetadata),
  );
}

function describe(parsed: ReturnType<typeof parsePhoneNumberFromString>): PhoneNumber | undefined {
  if (!parsed?.isValid()) return undefined;
  return { value: parsed.number, facts: parsed.country ? { country: parsed.country } : {} };
}
