import { describe, expect, it } from 'vitest';
import { foldWord } from '@/utils/search/fold';
import { hasAll, parseQuery } from '@/utils/search/query';
import { findSnippets, markHits } from '@/utils/search/snippets';
import { captureWords, joinWords, placeWords } from '@/utils/search/words';

const finds = (text: string, typed: string) => {
  const query = parseQuery(typed);
  return query !== null && hasAll(joinWords([text]), query);
};

describe('folding', () => {
  it.each([
    ['Ёлка', 'елка'],
    ['по\u0301чта', 'почта'],
    ['café', 'cafe'],
    ['İstanbul', 'istanbul'],
    ['ОПЛАТА', 'оплата'],
    ['зак\u00ADлад\u200Bка', 'закладка'],
    ['ｗａｌｌｅｔ', 'wallet'],
    ['𝐛𝐭𝐜', 'btc'],
  ])('%s is compared as %s', (written, folded) => {
    expect(foldWord(written)).toBe(folded);
  });

  it.each(['й', 'ў', 'ә', 'ғ', 'қ', 'ң', 'ө', 'ұ', 'ү', 'һ', 'і', 'ҳ'])(
    'keeps %s, a letter of its own, however it is encoded',
    (letter) => {
      expect(foldWord(letter)).toBe(letter);
      expect(foldWord(letter.normalize('NFD').toUpperCase())).toBe(letter);
    },
  );

  it('takes every apostrophe of an Uzbek letter for the same', () => {
    const forms = ["O'zbek", 'Oʻzbek', 'O‘zbek', 'O’zbek', 'Oʼzbek', 'O`zbek'];
    expect(new Set(forms.map(foldWord)).size).toBe(1);
    expect([...placeWords('toʻlov, ‘savdo’ va tugʻma')].map(({ word }) => word)).toEqual([
      "to'lov",
      'savdo',
      'va',
      "tug'ma",
    ]);
  });
});

describe('a query', () => {
  it('finds beginnings of words, all of them, in any order and language', () => {
    const text =
      'Доставка по городу. Төлем тек криптовалютамен. Toʻlov faqat kriptovalyutada. Pay with bitcoin';
    for (const typed of ['дост', 'ГОРОДУ доставка', 'төлем', "to'lov", 'to‘l krip', 'bitc pay', 'крипто'])
      expect(finds(text, typed), typed).toBe(true);
    for (const typed of ['тавка', 'толем', 'доставка самовывоз', 'tolov']) {
      expect(finds(text, typed), typed).toBe(false);
    }
  });

  it('finds a number that was typed in groups as a detector wrote it', () => {
    expect(finds('+77012345678', '+7 (701) 234-56-78')).toBe(true);
    expect(finds('+7 701 234-56-78', '+7 (701) 234-56-78')).toBe(true);
    expect(finds('+77012345678', '+7 701 000 00 00')).toBe(false);
  });

  it('finds parts of addresses and wallets, whatever their case and length', () => {
    expect(finds('https://shop.example/pay?order=7', 'shop.example')).toBe(true);
    expect(finds('t.me/Luna_Bot', 'luna_bot')).toBe(true);
    const key = `0x${'aB'.repeat(80)}`;
    expect(finds(key, key.toLowerCase())).toBe(true);
  });

  it('is none without a letter or digit, or with one alone', () => {
    for (const typed of ['', ' …', 'а', '"']) expect(parseQuery(typed)).toBeNull();
    expect(parseQuery('5 г')).not.toBeNull();
  });
});

describe('captureWords', () => {
  it('holds title, address, text and indicators, each word once', () => {
    const words = captureWords({
      title: 'Лавка',
      url: 'https://shop.example/',
      text: 'лавка лавка',
      indicators: [{ value: 'bc1qxyz' }],
    });
    expect(words).toBe('\nлавка\nhttps\nshop\nexample\nbc1qxyz\n');
  });
});

describe('snippets', () => {
  const query = (typed: string) => parseQuery(typed) ?? { terms: [], number: null };

  it('mark what was found where it stands in the original text', () => {
    const text = 'Ёлки и ПО\u0301ЧТА: елка, \u202Eпочта';
    for (const { start, text: piece } of markHits(text, query('елк почта')) ?? []) {
      expect(text.slice(start, start + piece.length)).toBe(piece);
    }
    const marked = (markHits(text, query('елк почта')) ?? []).filter(({ isMarked }) => isMarked);
    expect(marked.map(({ text: piece }) => piece)).toEqual(['Ёлки', 'ПО\u0301ЧТА', 'елка', 'почта']);
    expect(markHits(text, query('нет'))).toBeNull();
  });

  it('show each term before a second place of one, in the order of the text', () => {
    const filler = 'и так далее '.repeat(30);
    const text = `кошелёк ${filler} кошелёк ${filler} кошелёк ${filler} почта ${filler}`;
    const snippets = findSnippets(text, query('почта кошелек'), 2);
    expect(snippets.map(({ start }) => text.slice(start, start + 5))).toEqual(['кошел', 'почта']);
    for (const { pieces } of snippets) {
      expect(pieces.reduce((sum, { text: piece }) => sum + piece.length, 0)).toBeLessThan(200);
    }
  });

  it('cut no surrogate pair and no hit in two', () => {
    const text = `${'😀'.repeat(100)} кошелёк ${'😀'.repeat(100)}`;
    const [snippet] = findSnippets(text, query('кошелек'));
    const shown = snippet?.pieces.map(({ text: piece }) => piece).join('') ?? '';
    expect(shown.isWellFormed()).toBe(true);
    expect(shown).toContain('кошелёк');
  });
});
