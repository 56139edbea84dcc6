import { describe, expect, it } from 'vitest';
import { familyOf, INDICATOR_FAMILIES, typeOrder } from '@/components/capture/indicator-families';
import { groupIndicators } from '@/components/capture/indicator-groups';
import { watchedKeys, watchHits } from '@/components/capture/watch-hits';
import {
  filterRows,
  type IndicatorColumn,
  type IndicatorRow,
  NO_FILTER,
  sortRows,
} from '@/components/casebook/indicator-rows';
import type { Indicator } from '@/utils/domain/indicator';
import { indicatorKey } from '@/utils/domain/indicator-summary';
import { FAMILIES } from '@/utils/indicators/registry';

const indicator = (type: string, value: string, valid = true): Indicator => ({
  type,
  value,
  valid,
  confidence: 'certain',
  reason: 'checksum',
  sightings: [],
});

describe('families of types', () => {
  it('have each type of the engine once, and no other', () => {
    const ofEngine = FAMILIES.flatMap(({ types }) => types).sort();
    const listed = Object.values(INDICATOR_FAMILIES).flat().sort();
    expect(listed).toEqual([...new Set(ofEngine)]);
  });

  it('begin with the money and end with the addresses', () => {
    const types = ['url', 'geo', 'phone', 'card', 'xmpp', 'telegram-bot', 'btc', 'onion'];
    expect(types.toSorted((a, b) => typeOrder(a) - typeOrder(b))).toEqual([
      'btc',
      'telegram-bot',
      'xmpp',
      'card',
      'phone',
      'geo',
      'onion',
      'url',
    ]);
    expect(familyOf('of-tomorrow')).toBe('technical');
  });
});

describe('groupIndicators', () => {
  it('puts new ones first and suspects last, and never counts suspects', () => {
    const found = [
      indicator('url', 'https://a.example'),
      indicator('btc', 'broken', false),
      indicator('eth', 'known'),
      indicator('btc', 'new'),
    ];
    const groups = groupIndicators(found, new Set([indicatorKey({ type: 'eth', value: 'known' })]));
    expect(groups.map(({ family }) => family)).toEqual(['wallets', 'addresses']);
    expect(groups[0]).toMatchObject({ valid: 2, suspects: 1, newCount: 1 });
    expect(groups[0]?.items.map(({ value, isNew }) => [value, isNew])).toEqual([
      ['new', true],
      ['known', false],
      ['broken', true],
    ]);
  });
});

describe('watchHits', () => {
  const watch = { id: '1', pattern: 'bc1*x', note: 'wanted', createdAt: '' };

  it('names the indicators that a pattern matched, with the note', () => {
    const found = [indicator('btc', 'bc1qqx'), indicator('btc', 'bc1qqy')];
    const hits = watchHits(['bc1*x'], [watch], found);
    expect(hits).toEqual([{ pattern: 'bc1*x', note: 'wanted', indicators: [found[0]] }]);
    expect([...watchedKeys(hits)]).toEqual([indicatorKey({ type: 'btc', value: 'bc1qqx' })]);
  });

  it('keeps what matched then, also if it stands in the text only or was removed since', () => {
    expect(watchHits(['лавка'], [watch], [indicator('btc', 'bc1')])).toEqual([
      { pattern: 'лавка', note: '', indicators: [] },
    ]);
  });
});

const row = (type: string, value: string, given: Partial<IndicatorRow> = {}): IndicatorRow => ({
  type,
  value,
  valid: true,
  confidence: 'certain',
  reason: 'checksum',
  manual: false,
  facts: {},
  firstSeen: '2026-05-01T10:00:00+05:00',
  lastSeen: '2026-05-01T10:00:00+05:00',
  captureIds: ['1'],
  sightings: 1,
  mark: null,
  otherCases: [],
  isNew: false,
  ...given,
});
const mark = { caseId: '1', irrelevant: true, reason: 'Реклама счётчика', by: '', at: '' } as const;
const ROWS = [
  row('btc', 'bc1a', { otherCases: ['Дело о ёлках'], captureIds: ['1', '2'] }),
  row('url', 'https://b.example', { mark: { ...mark, type: 'url', value: 'https://b.example' } }),
  row('telegram-bot', 'c_bot', { confidence: 'weak', isNew: true, firstSeen: '2026-05-02T01:00:00+05:00' }),
  row('eth', '0xd', { valid: false, confidence: 'likely', firstSeen: '2026-05-01T23:00:00Z' }),
];
const values = (rows: readonly IndicatorRow[]) => rows.map(({ value }) => value);

describe('filterRows', () => {
  const names = {
    type: (type: string) => (type === 'telegram-bot' ? 'Телеграм-бот' : type),
    ground: (reason: string) => (reason === 'checksum' ? 'контрольная сумма' : reason),
  };
  it.each([
    [{}, ['bc1a', 'https://b.example', 'c_bot', '0xd']],
    [{ family: 'wallets' as const }, ['bc1a', '0xd']],
    [{ type: 'eth' }, ['0xd']],
    [{ confidence: 'likely' as const }, []],
    [{ confidence: 'suspect' as const }, ['0xd']],
    [{ onlyNew: true }, ['c_bot']],
    [{ withIrrelevant: false }, ['bc1a', 'c_bot', '0xd']],
    [{ search: ' ТЕЛЕГРАМ  bot ' }, ['c_bot']],
    [{ search: 'елках' }, ['bc1a']],
    [{ search: 'счетчика' }, ['https://b.example']],
    [{ search: 'контрольная', family: 'addresses' as const }, ['https://b.example']],
    [{ search: 'checksum', family: 'addresses' as const }, ['https://b.example']],
  ])('%j', (filter, left) => {
    expect(values(filterRows(ROWS, { ...NO_FILTER, ...filter }, names))).toEqual(left);
  });
});

describe('sortRows', () => {
  it.each<[IndicatorColumn, string[]]>([
    ['type', ['bc1a', '0xd', 'c_bot', 'https://b.example']],
    ['value', ['0xd', 'bc1a', 'c_bot', 'https://b.example']],
    ['firstSeen', ['bc1a', 'https://b.example', 'c_bot', '0xd']],
    ['captures', ['https://b.example', 'c_bot', '0xd', 'bc1a']],
    ['confidence', ['0xd', 'c_bot', 'bc1a', 'https://b.example']],
    ['otherCases', ['https://b.example', 'c_bot', '0xd', 'bc1a']],
  ])('by %s, equal ones as they were', (column, order) => {
    expect(values(sortRows(ROWS, { column, descending: false }))).toEqual(order);
  });

  it('turns round without turning equal ones', () => {
    expect(values(sortRows(ROWS, { column: 'captures', descending: true }))).toEqual([
      'bc1a',
      'https://b.example',
      'c_bot',
      '0xd',
    ]);
  });
});
