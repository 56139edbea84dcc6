import { describe, expect, it } from 'vitest';
import { bugReport } from '@/components/ui/bug-report';

const environment = { version: '0.1.0', userAgent: 'Browser/1.0', language: 'ru' };

describe('bugReport', () => {
  it.each([
    ['Failed to fetch https://shop.example/catalog?id=1', 'shop.example'],
    ['no row for primer@example.org', 'primer'],
    ['bad handle @primer_shop_bot', 'primer_shop_bot'],
    ['unexpected token in «Интернет-магазин Пример»', 'Пример'],
    ['cannot read "secret title" of null', 'secret'],
    ['wallet bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq is odd', 'bc1q'],
    ['phone +77000001234 is odd', '7700000'],
    ['register 267500121000123', '267500121000123'],
  ])('masks case data: %s', (text, secret) => {
    expect(bugReport({ text }, environment)).not.toContain(secret);
  });

  it('keeps what developers need: version, browser, kind of error, frames', () => {
    const stack = [
      'TypeError: secret title',
      '    at render (chrome-extension://abcdefghijklmnop/chunks/popup.js:12:34)',
      'draw@moz-extension://0b1c-22/chunks/popup.js:5:6',
    ].join('\n');
    expect(bugReport({ text: 'TypeError: x is not a function', stack }, environment).split('\n')).toEqual([
      'Osmotr 0.1.0',
      'Browser/1.0',
      'language ru',
      'TypeError: x is not a function',
      'at render (/chunks/popup.js:12:34)',
      'draw@/chunks/popup.js:5:6',
    ]);
  });
});
