import { describe, expect, it } from 'vitest';
import type { Indicator } from '@/utils/domain/indicator';
import { matchWatches } from '@/utils/domain/watch';

const watch = (pattern: string) => ({ id: pattern, pattern, note: '', createdAt: '' });
const indicator = (value: string): Indicator => ({
  type: 'btc',
  value,
  valid: true,
  confidence: 'certain',
  reason: 'checksum',
  sightings: [],
});

describe('matchWatches', () => {
  const found = [indicator('bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu')];
  const text = 'Лунная Лавка\nОператор: @Lunolavka_Bot.\nскидка (10+5)%';
  const matching = (...patterns: string[]) => matchWatches(patterns.map(watch), found, text);

  it('finds a value among the indicators and a word in the text, whatever its case', () => {
    expect(matching('BC1QCR8TE4KR609GCAWUTMRZA0J4XV80JY8Z306FYU', 'лунная лавка', 'нет такого')).toEqual([
      'BC1QCR8TE4KR609GCAWUTMRZA0J4XV80JY8Z306FYU',
      'лунная лавка',
    ]);
  });

  it('takes * for anything on one line, and every other sign for itself', () => {
    expect(matching('luno*bot', 'лунная*оператор', '(10+5)%', '10.5', '*')).toEqual(['luno*bot', '(10+5)%']);
  });

  it('stays quick on a pattern and a text made to be slow', () => {
    const hostile = matchWatches([watch('a*a*a*a*a*b')], [], 'a'.repeat(20_000));
    expect(hostile).toEqual([]);
  });
});
