import { describe, expect, it } from 'vitest';
import { parseRoute, type Route, routeHref } from '@/components/casebook/route';
import { defangUrl } from '@/components/ui/defang-url';
import { keyed } from '@/components/ui/keyed';

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
    { view: 'case', id: 'inbox', tab: 'indicators' },
    { view: 'case', id: '2da317eb', tab: 'overview', edit: true },
    { view: 'indicators' },
    { view: 'welcome' },
    { view: 'capture', id: '2da317eb', at: { start: 0, end: 120 } },
    { view: 'capture', id: '2da317eb-91cd-4499-b1cf-3919f41fbef3' },
  ])('%j survives the address', (route) => {
    expect(parseRoute(routeHref(route))).toEqual(route);
  });

  it.each(['', '#', '#/case', '#/case/1/2/3', '#/nowhere/1', '#/case/%E0%A4%A'])(
    '%s leads to the start',
    (hash) => {
      expect(parseRoute(hash)).toEqual({ view: 'start' });
    },
  );
});

describe('a route that is half right', () => {
  it.each([
    ['#/case/1/nowhere', { view: 'case', id: '1' }],
    ['#/capture/1/10', { view: 'capture', id: '1' }],
    ['#/capture/1/a-b', { view: 'capture', id: '1' }],
  ])('%s leads to what is right of it', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });
});

describe('keyed', () => {
  it('tells repeated items apart', () => {
    expect(keyed(['a', 'b', 'a', 'a'], String).map(({ key }) => key)).toEqual(['a', 'b', 'a 2', 'a 3']);
  });
});
