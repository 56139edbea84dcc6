import { describe, expect, it } from 'vitest';
import { groupIndicators, indicatorKey } from '@/components/capture/indicator-groups';
import { parseRoute, type Route, routeHref } from '@/components/casebook/route';
import { defangUrl } from '@/components/ui/defang-url';
import { keyed } from '@/components/ui/keyed';
import type { Indicator } from '@/utils/domain/indicator';

const indicator = (type: string, value: string, valid = true): Indicator => ({
  type,
  value,
  valid,
  confidence: 'certain',
  reason: 'checksum',
  sightings: [],
});

describe('groupIndicators', () => {
  it('counts by type, puts new values first, never counts suspects', () => {
    const found = [
      indicator('telegram-bot', 'known_bot'),
      indicator('telegram-bot', 'new_bot'),
      indicator('btc', 'broken', false),
    ];
    const known = new Set([indicatorKey({ type: 'telegram-bot', value: 'known_bot' })]);
    expect(groupIndicators(found, known)).toEqual([
      {
        type: 'telegram-bot',
        values: [
          { value: 'new_bot', isNew: true },
          { value: 'known_bot', isNew: false },
        ],
        newCount: 1,
        suspects: 0,
      },
      { type: 'btc', values: [], newCount: 0, suspects: 1 },
    ]);
  });
});

describe('defangUrl', () => {
  it.each([
    ['https://a.example/?u=https://b.example', 'hxxps://a.example/?u=https://b.example'],
    ['HTTP://A.example', 'HxxP://A.example'],
    ['ftp://a.example', 'fxp://a.example'],
    ['tg://resolve?domain=x', 'tg://resolve?domain=x'],
    ['primer_bot', 'primer_bot'],
  ])('%s', (url, shown) => {
    expect(defangUrl(url)).toBe(shown);
  });
});

describe('routes', () => {
  it.each<Route>([
    { view: 'start' },
    { view: 'settings' },
    { view: 'new-case' },
    { view: 'case', id: 'inbox' },
    { view: 'capture', id: '2da317eb-91cd-4499-b1cf-3919f41fbef3' },
  ])('%j survives the address', (route) => {
    expect(parseRoute(routeHref(route))).toEqual(route);
  });

  it.each(['', '#', '#/case', '#/nowhere/1', '#/case/%E0%A4%A'])('%s leads to the start', (hash) => {
    expect(parseRoute(hash)).toEqual({ view: 'start' });
  });
});

describe('keyed', () => {
  it('tells repeated items apart', () => {
    expect(keyed(['a', 'b', 'a', 'a'], String).map(({ key }) => key)).toEqual(['a', 'b', 'a 2', 'a 3']);
  });
});
