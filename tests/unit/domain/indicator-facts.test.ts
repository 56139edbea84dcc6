import { describe, expect, it } from 'vitest';
import { factPairs, mergeFacts } from '@/utils/domain/indicator-facts';

describe('facts of an indicator', () => {
  it('keep every value that sightings have for them', () => {
    const facts = mergeFacts(mergeFacts({ start: 'ref1' }, { start: 'ref2', app: 'shop' }), {
      start: 'ref1',
    });
    expect(facts).toEqual({ start: 'ref1\nref2', app: 'shop' });
    expect(factPairs(facts)).toEqual([
      ['start', 'ref1'],
      ['start', 'ref2'],
      ['app', 'shop'],
    ]);
    expect(mergeFacts(facts, { start: 'ref1\nref2' })).toBe(facts);
  });

  it('say where there are more values than are kept', () => {
    let facts: Readonly<Record<string, string>> = {};
    for (let i = 1; i <= 500; i += 1) facts = mergeFacts(facts, { start: `item${i}` });
    const values = factPairs(facts).map(([, value]) => value);
    expect(values).toHaveLength(21);
    expect(values.slice(-2)).toEqual(['item20', '…']);
  });
});
