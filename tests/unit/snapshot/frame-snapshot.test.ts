import { describe, expect, it } from 'vitest';
import { parseFrameSnapshot } from '@/utils/snapshot/frame-snapshot';
import { frameSnapshot } from './frames';

describe('parseFrameSnapshot', () => {
  it('takes a snapshot with every kind of part, and drops what it does not know', () => {
    const snapshot = frameSnapshot({
      parts: [
        '<p>',
        { k: 'url', attr: 'src', url: 'https://a/', kind: 'img', suffix: ' 1.5x', place: 0 },
        { k: 'style', attr: 'style', text: 'a:b' },
        {
          k: 'sheet',
          raw: true,
          pieces: [
            { text: 'a{}', base: 'https://a/' },
            { href: 'https://b/', prefix: '', suffix: '' },
          ],
        },
        { k: 'frame', index: null, url: 'https://a/', tag: 'iframe', place: 1 },
        { k: 'use', attr: 'xlink:href', url: 'https://a/#b', scope: 1 },
        { k: 'sprites', scope: 1 },
      ],
      text: ['line', 0],
    });
    const received = JSON.parse(JSON.stringify({ ...snapshot, more: 'from the page' }));
    expect(parseFrameSnapshot(received)).toEqual(snapshot);
  });

  it.each([
    ['nothing', null],
    ['another format', { ...frameSnapshot(), format: 'osmotr-frame/2' }],
    [
      'an attribute name that ends the tag',
      frameSnapshot({ parts: [{ k: 'style', attr: 'x><script', text: '' }] }),
    ],
    [
      'a suffix that ends the attribute',
      frameSnapshot({ parts: [{ k: 'url', attr: 'src', url: '', kind: 'img', suffix: '" onload="x' }] }),
    ],
    ['a part of unknown kind', { ...frameSnapshot(), parts: [{ k: 'script' }] }],
    [
      'a rect that is not a number',
      { ...frameSnapshot(), places: [{ id: 0, kind: 'img', url: '', rect: { x: Number.NaN } }] },
    ],
    ['an endless path', frameSnapshot({ path: new Array(65).fill(0) })],
    ['a negative index', frameSnapshot({ text: [-1] })],
    ['a source of unknown origin', { ...frameSnapshot(), sources: [{ origin: 'page', text: '' }] }],
  ])('refuses %s', (_, value) => {
    expect(() => parseFrameSnapshot(value)).toThrow();
  });
});
