import { describe, expect, it } from 'vitest';
import { findHit, segmentText } from '@/components/casebook/highlight';
import { chunkText } from '@/components/casebook/text-lines';
import { findOnPictures } from '@/components/pictures/picture-place';

describe('segmentText', () => {
  const cut = (ranges: [number, number][], focus: [number, number] | null = null) =>
    segmentText(
      { start: 10, end: 20 },
      ranges.map(([start, end]) => ({ start, end })),
      focus && { start: focus[0], end: focus[1] },
    ).map(({ start, end, ranges: count, isFocus }) => [start, end, count, ...(isFocus ? ['focus'] : [])]);

  it('leaves a text without ranges whole', () => {
    expect(cut([])).toEqual([[10, 20, 0]]);
    expect(cut([[0, 10]])).toEqual([[10, 20, 0]]);
    expect(cut([[12, 12]])).toEqual([[10, 20, 0]]);
  });

  it('counts ranges that overlap, are nested or equal', () => {
    expect(
      cut([
        [11, 16],
        [14, 18],
        [14, 18],
      ]),
    ).toEqual([
      [10, 11, 0],
      [11, 14, 1],
      [14, 16, 3],
      [16, 18, 2],
      [18, 20, 0],
    ]);
  });

  it('cuts ranges that reach beyond', () => {
    expect(
      cut([
        [0, 12],
        [18, 99],
      ]),
    ).toEqual([
      [10, 12, 1],
      [12, 18, 0],
      [18, 20, 1],
    ]);
  });

  it('tells the one that is looked for from those that overlap it', () => {
    expect(cut([[12, 16]], [14, 18])).toEqual([
      [10, 12, 0],
      [12, 14, 1],
      [14, 16, 1, 'focus'],
      [16, 18, 0, 'focus'],
      [18, 20, 0],
    ]);
  });
});

describe('findHit', () => {
  it('takes the place nearest to the middle', () => {
    expect(findHit('bot bot bot', 'bot')).toEqual({ start: 4, end: 7 });
    expect(findHit('no such thing', 'bot')).toBeNull();
    expect(findHit('anything', '')).toBeNull();
  });
});

describe('chunkText', () => {
  it('keeps every character, in lines with their numbers', () => {
    const text = 'один\n\nтри\n';
    const lines = chunkText(text).flatMap((chunk) => chunk.lines);
    expect(lines.map(({ start, end, number }) => [text.slice(start, end), number])).toEqual([
      ['один', 1],
      ['', 2],
      ['три', 3],
      ['', 4],
    ]);
  });

  it('cuts what is too long for a line or a chunk, never a character', () => {
    const text = `${'a'.repeat(1_999)}${'😀'.repeat(30_000)}`;
    const chunks = chunkText(text);
    const lines = chunks.flatMap((chunk) => chunk.lines);
    expect(lines.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    expect(lines.every(({ start, end }) => text.slice(start, end).isWellFormed())).toBe(true);
    expect(lines.filter(({ number }) => number !== null)).toHaveLength(1);
    expect(Math.max(...chunks.map(({ start, end }) => end - start))).toBeLessThan(15_000);
  });

  it('never draws many lines at once', () => {
    const chunks = chunkText('x\n'.repeat(50_000));
    expect(Math.max(...chunks.map(({ lines }) => lines.length))).toBe(60);
  });
});

describe('findOnPictures', () => {
  const view = { scrollX: 0, scrollY: 500, devicePixelRatio: 2 };
  const pictures = [
    { name: 'viewport.png', width: 2_000, height: 1_600 },
    { name: 'page-10.png', width: 2_000, height: 800 },
    { name: 'page-09.png', width: 2_000, height: 8_000 },
  ];
  const rect = (y: number, height: number) => ({ x: 100, y, width: 200, height });

  it('prefers what the operative saw, if it shows all of the place', () => {
    expect(findOnPictures(rect(600, 40), pictures, view)).toEqual({
      name: 'viewport.png',
      left: 0.1,
      top: 0.125,
      width: 0.2,
      height: 0.05,
    });
  });

  it('stays at the picture that is chosen, if that shows it as well', () => {
    expect(findOnPictures(rect(600, 40), pictures, view, 'page-09.png')?.name).toBe('page-09.png');
  });

  it('cuts a place that lies on two tiles, and takes that with its middle', () => {
    expect(findOnPictures(rect(3_990, 40), pictures, view)).toMatchObject({
      name: 'page-10.png',
      top: 0,
      height: 30 / 400,
    });
  });

  it('knows no picture of what lies below the last', () => {
    expect(findOnPictures(rect(9_000, 40), pictures, view)).toBeNull();
  });
});
