import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLabelIndex, type LabelIndex, type LabelWord } from '@/utils/indicators/label-index';
import { LABEL_WORDS } from '@/utils/indicators/label-words';
import labelled from '../../fixtures/indicators/labelled.json';

const LETTER = '[a-z\\u0400-\\u04ff]';
const PATTERNS = Object.entries(LABEL_WORDS).map(([kind, words]) => {
  const word = `(?:${words.replaceAll('\\p{L}', LETTER)})(?!${LETTER})`;
  return { kind, pattern: new RegExp(`(?<![a-z\\u0400-\\u04ff\\d])(?=(${word}))`, 'g') };
});

/** What the words mean: a pattern a kind, over the whole text. */
const wordsOf = (text: string) =>
  PATTERNS.flatMap(({ kind, pattern }) =>
    [...text.toLowerCase().matchAll(pattern)].map(
      ({ 1: word = '', index }) => `${index} ${kind} ${word.length}`,
    ),
  ).sort();

const allWithin = (index: LabelIndex, text: string) => {
  const words: LabelWord[] = [];
  index.within(0, text.length, (word) => words.push(word));
  return words;
};

describe('label index', () => {
  it('finds, block by block, what a pattern a kind finds in the whole text', () => {
    const piece = fc.constantFrom(
      ...labelled.map((item) => item.text ?? ''),
      ' ',
      'тел',
      '8',
      'Номер Карты ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('\n');
        const found = allWithin(createLabelIndex(text), text);
        expect(found.map(({ kind, at, word }) => `${at} ${kind} ${word.length}`).sort()).toEqual(
          wordsOf(text),
        );
        for (const { at, end, word } of found) expect(text.slice(at, end)).toBe(word);
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  it('keeps the places behind letters whose small form is longer', () => {
    const text = `${'İ'.repeat(200)} Телефон 1`;
    expect(allWithin(createLabelIndex(text), text)).toEqual([
      { kind: 'phone', word: 'Телефон', at: 201, end: 208 },
    ]);
  });

  it('reads a word that is glued to a number, where it is asked to', () => {
    const text = '87011234567ватсап';
    const index = createLabelIndex(text);
    expect(allWithin(index, text)).toEqual([]);
    expect(index.startingAt(11).map(({ kind }) => kind)).toEqual(['whatsapp']);
  });
});
