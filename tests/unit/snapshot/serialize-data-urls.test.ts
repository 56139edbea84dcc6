import { describe, expect, it } from 'vitest';
import { createDataUrlBudget, placeUrl } from '@/utils/snapshot/serialize-data-urls';

const megabyte = (type = 'image/png') => `data:${type};base64,`.padEnd(1_000_000, 'A');
const picture = (url: string) => ({ k: 'url', attr: 'src', url, kind: 'img' }) as const;

describe('data: URLs of a frame', () => {
  it('are handed over until 32 MB are full; of the rest only the head, and how many', () => {
    const budget = createDataUrlBudget();
    const parts = Array.from({ length: 33 }, () => budget.admit(picture(megabyte())));
    const left = parts.filter((part) => 'left' in part);
    expect(left).toEqual([{ ...picture(`${megabyte().slice(0, 64)}…`), left: true }]);
    expect(parts.slice(0, 32)).toEqual(Array(32).fill(picture(megabyte())));
    expect(budget.left()).toBe(1);
  });

  it('count in styles and stylesheets too, where nothing stands instead', () => {
    const budget = createDataUrlBudget();
    const text = `a{background:url("${megabyte()}")}`;
    const sheet = { k: 'sheet', raw: true, pieces: [{ text: text.repeat(32), base: '' }] } as const;
    expect(budget.admit(sheet)).toEqual(sheet);
    expect(budget.admit({ k: 'style', attr: 'style', text })).toEqual({
      k: 'style',
      attr: 'style',
      text: 'a{background:url("data:,")}',
    });
    expect(budget.left()).toBe(1);
  });

  it('leave small files and addresses alone, however many', () => {
    const budget = createDataUrlBudget();
    for (let count = 0; count < 40; count += 1) budget.admit(picture(megabyte()));
    for (const url of ['data:,x', `https://shop.example/${'a'.repeat(5_000)}`]) {
      expect(budget.admit(picture(url))).toEqual(picture(url));
    }
  });

  it('stand in no place a second time, unless they are short', () => {
    expect([megabyte(), 'data:,x', 'https://shop.example/a.png'].map(placeUrl)).toEqual([
      '',
      'data:,x',
      'https://shop.example/a.png',
    ]);
  });
});
