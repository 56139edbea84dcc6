import { describe, expect, it } from 'vitest';
import type { Indicator } from '@/utils/domain/indicator';
import { marksOfAll, summariseIndicators } from '@/utils/domain/indicator-summary';

const captures = [
  { id: 'late', startedAt: '2026-03-06T01:00:00.000+05:00' },
  // Earlier, although it sorts behind as a string.
  { id: 'early', startedAt: '2026-03-05T21:00:00.000+06:00' },
];
const row = (captureId: string, value: string, more: Partial<Indicator> = {}) => ({
  captureId,
  type: 'email',
  value,
  valid: true,
  confidence: 'weak' as const,
  reason: 'text',
  sightings: [{ raw: value, origin: 'text' as const, context: '' }],
  ...more,
});
const mark = {
  caseId: 'c',
  type: 'email',
  value: 'b@x.kz',
  irrelevant: true as const,
  reason: 'форма сайта',
  by: 'А.',
  at: '',
};

describe('summariseIndicators', () => {
  const sums = summariseIndicators(
    [
      row('late', 'a@x.kz', { confidence: 'certain', reason: 'link', facts: { start: 'x' } }),
      row('early', 'a@x.kz', { valid: false }),
      row('early', 'b@x.kz', { manual: { by: 'А.', at: '' } }),
    ],
    captures,
    [mark],
  );

  it('gives one row a value, from the earliest capture on, by time and not by text', () => {
    expect(sums.map(({ value, captureIds }) => [value, captureIds])).toEqual([
      ['a@x.kz', ['early', 'late']],
      ['b@x.kz', ['early']],
    ]);
    expect(sums[0]).toMatchObject({ firstSeen: captures[1]?.startedAt, lastSeen: captures[0]?.startedAt });
  });

  it('keeps the strongest reason, counts sightings, and is valid if one of them is', () => {
    expect(sums[0]).toMatchObject({
      confidence: 'certain',
      reason: 'link',
      sightings: 2,
      valid: true,
      facts: { start: 'x' },
      manual: false,
      mark: null,
    });
  });

  it('carries the mark and says what was added by hand', () => {
    expect(sums[1]).toMatchObject({ manual: true, mark: { reason: 'форма сайта' } });
  });
});

describe('marksOfAll', () => {
  const row = (caseId: string, value: string) => ({ type: 'vk', value, caseId });
  const mark = (caseId: string, value: string) => ({
    ...row(caseId, value),
    irrelevant: true as const,
    reason: 'news',
    by: '',
    at: '',
  });

  it('keeps a mark only where every case that has the value made one', () => {
    const rows = [row('a', 'x'), row('b', 'x'), row('a', 'y'), row('b', 'y'), row('a', 'z')];
    const marks = [mark('a', 'x'), mark('b', 'x'), mark('a', 'y')];
    expect(marksOfAll(rows, marks).map(({ value }) => value)).toEqual(['x']);
  });
});
