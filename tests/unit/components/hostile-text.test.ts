import { describe, expect, it } from 'vitest';
import { cutText, offersOf, splitHostileText } from '@/components/ui/hostile-text';

const shown = (text: string) =>
  splitHostileText(text)
    .map(({ kind, text: run }) => (kind === 'control' ? `[${run}]` : run))
    .join('');

describe('splitHostileText', () => {
  it.each([
    ['\u202Egnp.exe\u202C', '[U+202E]gnp.exe[U+202C]'],
    ['a\u200Bb\u00ADc\uFEFF', 'a[U+200B]b[U+00AD]c[U+FEFF]'],
    ['line\nbreak\ttab\0', 'line[U+000A]break[U+0009]tab[U+0000]'],
    ['tag \u{E0041}', 'tag [U+E0041]'],
    ['\u2066isolate\u2069\u2028', '[U+2066]isolate[U+2069][U+2028]'],
    ['half \uD83D', 'half [U+D83D]'],
    ['blank\u3164\u2800', 'blank[U+3164][U+2800]'],
  ])('names what nobody sees in %j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('keeps joined emoji whole, but shows a joiner between letters', () => {
    expect(shown('семья 👨‍👩‍👧 и 🏳️‍🌈')).toBe('семья 👨‍👩‍👧 и 🏳️‍🌈');
    expect(shown('pay\u200Dpal')).toBe('pay[U+200D]pal');
  });

  it('loses nothing of ordinary text in any of our scripts', () => {
    const text = 'Дүкен «Үлгі» — o‘zbekcha, <b>html</b> & 100 %';
    expect(splitHostileText(text)).toEqual([{ kind: 'text', text, start: 0 }]);
  });

  it('gives each part a place of its own', () => {
    const starts = splitHostileText('a\u200B\u200Bb\u202Ec').map(({ start }) => start);
    expect(new Set(starts).size).toBe(starts.length);
  });
});

describe('offersOf', () => {
  it('shows what would act unseen, and knows what stands behind each entry', () => {
    const long = 'a'.repeat(100);
    const texts = ['bc1qplain', 'pay\u202Egnp', `${long}1`, `${long}2`];
    const { shown: entries, meant } = offersOf(texts);
    expect(entries.slice(0, 2)).toEqual(['bc1qplain', '\u2068pay[U+202E]gnp\u2069']);
    expect(Math.max(...entries.map(({ length }) => length))).toBeLessThan(90);
    expect(entries.map(meant)).toEqual(texts);
    expect(meant('typed')).toBe('typed');
  });
});

describe('cutText', () => {
  it('cuts at the limit and never inside a surrogate pair', () => {
    expect(cutText('абв', 3)).toBe('абв');
    expect(cutText('абвг', 3)).toBe('абв');
    expect(cutText('аб😀г', 3)).toBe('аб');
    expect(cutText('аб😀г', 4)).toBe('аб😀');
  });
});
