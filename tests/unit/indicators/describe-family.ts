import { describe, expect, it } from 'vitest';
import type { Indicator } from '@/utils/domain/indicator';
import { extractIndicators } from '@/utils/indicators';

/** What a family must find, show as suspect, and leave alone; keys are `type value`. */
export interface FamilyCases {
  /** Text, then what is found in it as valid. */
  readonly hits?: readonly (readonly [text: string, ...keys: string[]])[];
  /** Text, then the indicator that is shown with a broken checksum. */
  readonly suspects?: readonly (readonly [text: string, key: string])[];
  /** Texts in which the family's types don't occur, valid or suspect. */
  readonly misses?: readonly string[];
  /** Text, key, facts that are kept. */
  readonly facts?: readonly (readonly [text: string, key: string, facts: Record<string, string>])[];
}

/** Proves a family on texts: exact values, raw and offsets of each sighting, near misses and decoys. */
export function describeFamily(name: string, types: readonly string[], cases: FamilyCases): void {
  const ofFamily = (text: string) => extractIndicators({ text }).filter(({ type }) => types.includes(type));
  describe(name, () => {
    it.each(cases.hits ?? [])('finds %s', (text, ...keys) => {
      const found = ofFamily(text).filter(({ valid }) => valid);
      expect(found.map(keyOf).sort()).toEqual([...keys].sort());
      for (const { raw, start, end } of found.flatMap(({ sightings }) => sightings)) {
        expect(raw).not.toBe('');
        expect(text.slice(start, end)).toBe(raw);
      }
    });
    it.each(cases.suspects ?? [])('shows as suspect: %s', (text, key) => {
      const found = ofFamily(text);
      expect(found.map(keyOf)).toEqual([key]);
      expect(found[0]).toMatchObject({ valid: false, confidence: 'weak' });
      expect(found[0]?.reason).toContain('broken');
    });
    it.each(cases.misses ?? [])('leaves alone: %s', (text) => {
      expect(ofFamily(text).map(keyOf)).toEqual([]);
    });
    it.each(cases.facts ?? [])('keeps the facts of %s', (text, key, facts) => {
      expect(ofFamily(text).find((indicator) => keyOf(indicator) === key)?.facts).toMatchObject(facts);
    });
  });
}

function keyOf({ type, value }: Indicator): string {
  return `${type} ${value}`;
}
