import { describe, expect, it } from 'vitest';
import {
  capturesWithIndicator,
  filterCaptures,
  filterChoices,
  NO_FILTER,
  SORTS,
  sortCaptures,
} from '@/components/captures/capture-filter';
import { moveIndex, pickIds } from '@/components/captures/grid-moves';
import type { Capture } from '@/utils/domain/capture';

function capture(number: number, more: Partial<Capture> = {}): Capture {
  return {
    id: `c${number}`,
    caseId: 'case',
    number,
    startedAt: `2026-09-0${1 + (number % 3)}T09:00:00.000+05:00`,
    url: `https://shop.example/tovar-${number}`,
    host: 'shop.example',
    title: `Товар ${number}`,
    sha256: 'a'.repeat(64),
    bytes: number * 10,
    indicatorCount: 10 - number,
    complete: true,
    failedSteps: [],
    watched: [],
    tags: [],
    ...more,
  };
}

const list = [
  capture(1, { host: 'b.example', title: 'Звёздная соль' }),
  capture(2, { host: 'A.example', tags: ['Касса'], complete: false }),
  capture(3, { host: 'a.example', title: 'Лист 10' }),
  capture(4, { host: 'a.example', title: 'Лист 9' }),
];
const numbers = (captures: readonly Capture[]) => captures.map(({ number }) => number);

const NONE = { indicator: null, text: null };

describe('the filter of captures', () => {
  it('finds what stands in the captured text, too', () => {
    const held = { ...NONE, text: new Set(['c3']) };
    const filter = { ...NO_FILTER, text: 'касса' };
    expect(numbers(filterCaptures(list, filter, held))).toEqual([2, 3]);
    expect(numbers(filterCaptures(list, { ...filter, host: 'b.example' }, held))).not.toContain(3);
  });

  it('finds words in any order, in any case, ё as е, over host, title, address and tags', () => {
    const find = (text: string) => numbers(filterCaptures(list, { ...NO_FILTER, text }, NONE));
    expect(find('СОЛЬ звезд')).toEqual([1]);
    expect(find('касса a.example')).toEqual([2]);
    expect(find('tovar-3')).toEqual([3]);
    expect(find('  ')).toEqual([1, 2, 3, 4]);
  });

  it('takes host, day, tag and indicator together', () => {
    const filter = { ...NO_FILTER, host: 'a.example', day: '2026-09-02' };
    expect(numbers(filterCaptures(list, filter, NONE))).toEqual([4]);
    expect(numbers(filterCaptures(list, { ...NO_FILTER, tag: 'Касса' }, NONE))).toEqual([2]);
    expect(numbers(filterCaptures(list, NO_FILTER, { ...NONE, indicator: new Set(['c3']) }))).toEqual([3]);
  });

  it('knows the captures of an indicator by a part of its value; none is asked for by a blank', () => {
    const index = new Map([
      ['bc1qAAA', new Set(['c1', 'c2'])],
      ['shop_bot', new Set(['c2', 'c3'])],
    ]);
    expect(capturesWithIndicator(index, ' BC1Q ')).toEqual(new Set(['c1', 'c2']));
    expect(capturesWithIndicator(index, 'zz')).toEqual(new Set());
    expect(capturesWithIndicator(index, ' ')).toBeNull();
  });

  it('offers what there is, with counts, the newest day first', () => {
    const { hosts, days, tags } = filterChoices(list);
    expect(hosts.map(({ value, count }) => [value.toLowerCase(), count])).toEqual([
      ['a.example', 1],
      ['a.example', 2],
      ['b.example', 1],
    ]);
    expect(days.map(({ value }) => value)).toEqual(['2026-09-03', '2026-09-02', '2026-09-01']);
    expect(tags).toEqual([{ value: 'Касса', count: 1 }]);
  });
});

describe('the order of captures', () => {
  it('is by what a column holds; digits in titles count as numbers', () => {
    expect(numbers(sortCaptures(list, 'title', false))).toEqual([1, 4, 3, 2]);
    expect(numbers(sortCaptures(list, 'indicators', false))).toEqual([4, 3, 2, 1]);
    expect(numbers(sortCaptures(list, 'state', true))[0]).toBe(2);
  });

  it('is turned round exactly, whatever it is by', () => {
    for (const by of SORTS) {
      expect(numbers(sortCaptures(list, by, true))).toEqual(numbers(sortCaptures(list, by, false)).reverse());
    }
  });
});

describe('keys in the grid', () => {
  const size = { count: 10, columns: 3, pageRows: 3 };

  it('move by one, by a row, by a page and to the ends, never beyond', () => {
    const from4 = (key: string) => moveIndex(key, 4, size);
    expect(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'].map(from4)).toEqual([5, 3, 7, 1]);
    expect(['PageDown', 'PageUp', 'Home', 'End'].map(from4)).toEqual([9, 0, 0, 9]);
    expect(moveIndex('ArrowDown', 9, size)).toBe(9);
  });

  it('begin at an end, and leave other keys alone', () => {
    expect(moveIndex('ArrowDown', -1, size)).toBe(0);
    expect(moveIndex('End', -1, size)).toBe(9);
    expect(moveIndex('Enter', 4, size)).toBeNull();
    expect(moveIndex('ArrowDown', -1, { ...size, count: 0 })).toBeNull();
  });
});

describe('choosing several', () => {
  const ids = ['a', 'b', 'c', 'd'];

  it('takes one more or one less', () => {
    const one = pickIds(new Set(['a']), ids, { id: 'c', from: null, pick: 'toggle' });
    expect([...one]).toEqual(['a', 'c']);
    expect([...pickIds(one, ids, { id: 'a', from: 'c', pick: 'toggle' })]).toEqual(['c']);
  });

  it('takes all between, in either direction, in the order shown', () => {
    expect([...pickIds(new Set(), ids, { id: 'b', from: 'd', pick: 'range' })]).toEqual(['b', 'c', 'd']);
    expect([...pickIds(new Set(['d']), ids, { id: 'b', from: null, pick: 'range' })]).toEqual(['d', 'b']);
  });

  it('begins a range at itself when the filter hides where it began', () => {
    expect([...pickIds(new Set(), ids, { id: 'c', from: 'hidden', pick: 'range' })]).toEqual(['c']);
  });
});
