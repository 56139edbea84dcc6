import { describe, expect, it } from 'vitest';
import { BREAK, mergeLines } from '@/utils/capture/merge-lines';

const list = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `message ${from + at}`);

describe('mergeLines', () => {
  it('puts common lines once, downwards and upwards', () => {
    expect(mergeLines(list(0, 10), list(6, 15), false)).toEqual(list(0, 15));
    expect(mergeLines(list(20, 30), list(12, 23), true)).toEqual(list(12, 30));
  });

  it('adds nothing when the same is shown again, or a part of the end', () => {
    expect(mergeLines(list(0, 10), list(0, 10), false)).toEqual(list(0, 10));
    expect(mergeLines(list(0, 10), list(4, 10), false)).toEqual(list(0, 10));
  });

  it('says where lines could not be joined', () => {
    expect(mergeLines(list(0, 3), list(7, 9), false)).toEqual([...list(0, 3), BREAK, ...list(7, 9)]);
    expect(mergeLines(list(7, 9), list(0, 3), true)).toEqual([...list(0, 3), BREAK, ...list(7, 9)]);
  });

  it('keeps equal lines that follow one another', () => {
    expect(mergeLines(['ok', 'ok'], ['ok', 'ok', 'end'], false)).toEqual(['ok', 'ok', 'end']);
    expect(mergeLines([], ['ok', 'ok'], true)).toEqual(['ok', 'ok']);
  });
});
