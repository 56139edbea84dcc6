import { describe, expect, it } from 'vitest';
import { extractIndicators } from '@/utils/indicators';
import { rates, score } from '../../bench/indicators/score.mjs';
import labelled from '../../fixtures/indicators/labelled.json';

interface Labelled {
  readonly level: string;
  readonly lang: string;
  readonly text?: string;
  readonly html?: string;
  readonly url?: string;
  readonly expect: readonly string[];
}

const items: readonly Labelled[] = labelled;
const keysOf = (item: Labelled) =>
  extractIndicators(item)
    .filter(({ valid }) => valid)
    .map(({ type, value }) => `${type} ${value}`);
const { levels, mistakes } = score(items, keysOf);
const told = mistakes.map(
  ({ outcome, key, item }) => `${outcome} ${item.level}: ${key} <- ${item.text ?? item.html}`,
);

describe('the labelled set', () => {
  it('has at least 400 items, a third of them decoys or nearly, in all languages', () => {
    expect(items.length).toBeGreaterThanOrEqual(400);
    expect(items.filter(({ level }) => level === 'decoy').length / items.length).toBeGreaterThan(1 / 3);
    for (const lang of ['ru', 'kk', 'uz', 'en']) {
      expect(items.filter((item) => item.lang === lang).length).toBeGreaterThan(15);
    }
  });

  it.each([
    ['plain', 0.98, 0.98],
    ['light', 0.93, 0.93],
    ['heavy', 0.93, 0.7],
    ['decoy', 0.98, 0.98],
  ])('%s: precision at least %d, recall at least %d', (level, precision, recall) => {
    const counts = levels.get(level);
    expect(counts).toBeDefined();
    const reached = rates(counts ?? { right: 0, wrong: 1, missed: 1 });
    expect(reached.precision, told.join('\n')).toBeGreaterThanOrEqual(precision);
    expect(reached.recall, told.join('\n')).toBeGreaterThanOrEqual(recall);
  });

  it('yields no wallet, card, IBAN, Telegram or XMPP identifier on a decoy', () => {
    const wrong = mistakes.filter(({ outcome, item }) => outcome === 'wrong' && item.level === 'decoy');
    expect(wrong.filter(({ key }) => !/^(?:url|domain|email|phone|geo|ipv\d) /.test(key))).toEqual([]);
  });
});
