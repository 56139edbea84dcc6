import { describe, expect, it } from 'vitest';
import { formatIndicatorsJson } from '@/utils/bundle/payload-json';
import { sampleCase } from './sample-case';

interface IndicatorsFile {
  readonly captures: readonly { readonly indicators: readonly Record<string, unknown>[] }[];
}

describe('formatIndicatorsJson', () => {
  const { input } = sampleCase();
  const file = JSON.parse(formatIndicatorsJson(input)) as IndicatorsFile;
  const all = file.captures.flatMap(({ indicators }) => indicators);

  it('keeps an indicator that was found irrelevant, with who, when and why; in every capture', () => {
    const [mark] = input.marks;
    const marked = all.filter(({ type }) => type === 'telegram-bot');
    expect(marked).toHaveLength(input.captures.length);
    for (const indicator of marked) {
      const { reason, by, at } = mark ?? expect.fail('no mark');
      expect(indicator.mark).toEqual({ irrelevant: true, reason, by, at });
      expect(indicator.sightings).toHaveLength(3);
    }
    expect(all.filter((indicator) => 'mark' in indicator)).toHaveLength(marked.length);
  });

  it('says of an indicator that was added by hand who did it', () => {
    const added = all.filter((indicator) => 'manual' in indicator);
    expect(added.map(({ type }) => type)).toEqual(['wickr', 'wickr']);
    expect(added[0]).toMatchObject({
      manual: { by: 'Образцов О. О.', at: '2026-03-05T14:50:00.000+05:00' },
      reason: 'написано на снимке от руки',
      sightings: [],
    });
  });

  it('takes over no member that a store keeps beside an indicator or a sighting', () => {
    const [first, ...others] = input.captures;
    const { indicators, ...capture } = first ?? expect.fail('no capture');
    const stored = indicators.map((indicator) => ({
      ...indicator,
      captureId: 'row',
      sightings: indicator.sightings.map((sighting) => ({ ...sighting, row: 1 })),
    }));
    const again = formatIndicatorsJson({
      ...input,
      captures: [{ ...capture, indicators: stored }, ...others],
    });
    expect(again).toBe(formatIndicatorsJson(input));
  });
});
