import { getCountrySpecifications } from 'ibantools';
import metadata from 'libphonenumber-js/min/metadata';
import { getPublicSuffix } from 'tldts';
import { describe, expect, it } from 'vitest';
import { IBAN_COUNTRIES } from '@/utils/indicators/iban-countries';
import { phoneMetadata } from '@/utils/indicators/phone-metadata';
import { isTopLevelDomain } from '@/utils/indicators/tlds';

const FORMATS = 4;

describe('tables that are kept small', () => {
  it('phone metadata is the installed package’s without its formats', () => {
    const strip = (table: object) =>
      Object.fromEntries(
        Object.entries(table).map(([code, entry]) => [
          code,
          (entry as unknown[]).map((part, i) => (i === FORMATS ? 0 : part)),
        ]),
      );
    expect(phoneMetadata.countries).toEqual(strip(metadata.countries));
    expect(phoneMetadata.nonGeographic).toEqual(strip(metadata.nonGeographic ?? {}));
    expect(phoneMetadata.country_calling_codes).toEqual(metadata.country_calling_codes);
  });

  it('IBAN countries agree with ibantools on length and structure', () => {
    const specifications = getCountrySpecifications();
    const registered = Object.entries(specifications).filter(([, { IBANRegistry }]) => IBANRegistry);
    expect(IBAN_COUNTRIES.size).toBe(registered.length);
    for (const [code, { chars, bban_regexp }] of registered) {
      const ours = IBAN_COUNTRIES.get(code);
      expect(ours?.length, code).toBe(chars);
      const sample = sampleOf(bban_regexp ?? '');
      expect(ours?.structure.test(sample), `${code} ${sample}`).toBe(true);
      expect(ours?.structure.test(`${sample}0`), code).toBe(false);
    }
  });

  it('top-level domains are those of the public suffix list', () => {
    for (const label of ['com', 'kz', 'uz', 'ru', 'shop', 'xyz', 'museum', 'рф', 'қаз', 'xn--p1ai']) {
      expect(isTopLevelDomain(label), label).toBe(true);
      expect(getPublicSuffix(`example.${label}`), label).toBe(label);
    }
    for (const label of ['js', 'json', 'png', 'local', 'invalid', 'html', ''])
      expect(isTopLevelDomain(label)).toBe(false);
  });
});

/** A text that the simple pattern of a country's account part matches. */
function sampleOf(pattern: string): string {
  return pattern
    .replace(/^\^|\$$/g, '')
    .replaceAll('[0-9A-Z]', '[A-Z0-9]')
    .replace(/\[A-Z0-9\]\{(\d+)\}|\[A-Z\]\{(\d+)\}|\[0-9\]\{(\d+)\}|\[A-Z\]/g, (_, both, letters, digits) =>
      digits ? '1'.repeat(Number(digits)) : 'A'.repeat(Number(both ?? letters ?? 1)),
    );
}
