import { describe, expect, it } from 'vitest';
import { parseSrcset } from '@/utils/snapshot/srcset';

describe('parseSrcset', () => {
  it.each([
    ['a.png', [['a.png', '']]],
    [
      'a.png 1x, b.png 2x',
      [
        ['a.png', '1x'],
        ['b.png', '2x'],
      ],
    ],
    [
      'a.png 320w,\n b.png 640w',
      [
        ['a.png', '320w'],
        ['b.png', '640w'],
      ],
    ],
    ['a,b.png 1x', [['a,b.png', '1x']]],
    [
      'data:image/png;base64,AA== 2x, b.png',
      [
        ['data:image/png;base64,AA==', '2x'],
        ['b.png', ''],
      ],
    ],
    [
      'a.png, b.png',
      [
        ['a.png', ''],
        ['b.png', ''],
      ],
    ],
    [' ,, a.png 1x ,', [['a.png', '1x']]],
    ['', []],
  ])('splits %j', (text, expected) => {
    expect(parseSrcset(text).map(({ url, descriptor }) => [url, descriptor])).toEqual(expected);
  });
});
