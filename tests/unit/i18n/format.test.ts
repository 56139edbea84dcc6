import { describe, expect, it } from 'vitest';
import { createFormat } from '@/utils/i18n/format';
import { LANGUAGES } from '@/utils/i18n/language';

const space = /[\u00A0\u202F]/g;

describe('createFormat', () => {
  it.each([
    ['ru', '05.03.2026, 23:07:09 UTC+05:00'],
    ['kk', '05.03.2026, 23:07:09 UTC+05:00'],
    ['uz', '05/03/2026, 23:07:09 UTC+05:00'],
    ['en', '05/03/2026, 23:07:09 UTC+05:00'],
  ] as const)('shows a timestamp in %s by the clock that recorded it', (language, text) => {
    expect(createFormat(language).timestamp('2026-03-05T23:07:09.120+05:00')).toBe(text);
  });

  it('shows its day and its clock apart, and the day of a bare date', () => {
    const { recordedDate, recordedTime } = createFormat('kk');
    expect(recordedDate('2026-03-05T23:07:09.120+05:00')).toBe('05.03.2026');
    expect(recordedTime('2026-03-05T23:07:09.120+05:00')).toBe('23:07:09 UTC+05:00');
    expect(recordedDate('2026-03-05')).toBe('05.03.2026');
    expect([recordedDate('yesterday'), recordedTime('yesterday')]).toEqual(['yesterday', '']);
  });

  it('is the same whatever zone the reader sits in', () => {
    const before = process.env.TZ;
    process.env.TZ = 'America/Los_Angeles';
    expect(createFormat('ru').timestamp('2026-03-05T00:07:09.120-03:30')).toBe(
      '05.03.2026, 00:07:09 UTC-03:30',
    );
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it('names a whole hour with the offset it was recorded with', () => {
    const { recordedHour } = createFormat('ru');
    expect(recordedHour('2026-03-05T23:07:09.120+05:00')).toBe('05.03.2026, 23:00 UTC+05:00');
    expect(recordedHour('2026-03-05T23:59:59Z')).toBe('05.03.2026, 23:00 UTC+00:00');
    expect(recordedHour('вчера')).toBe('вчера');
  });

  it('passes through what is no timestamp, and names UTC', () => {
    expect(createFormat('ru').timestamp('вчера')).toBe('вчера');
    expect(createFormat('ru').timestamp('2026-03-05T23:07:09Z')).toMatch(/ UTC\+00:00$/);
    // An imported bundle may hold it, and `Intl` throws at it.
    expect(createFormat('ru').timestamp('2026-13-45T23:07:09Z')).toBe('2026-13-45T23:07:09Z');
    expect(createFormat('ru').recordedDate('2026-13-45')).toBe('2026-13-45');
  });

  it.each([
    [0, '0', 'byte'],
    [1023, '1 023', 'byte'],
    [1024, '1', 'kilobyte'],
    [1536, '1,5', 'kilobyte'],
    [5 * 1024 ** 2, '5', 'megabyte'],
    [3 * 1024 ** 4, '3 072', 'gigabyte'],
  ])('writes %i bytes', (value, amount, unit) => {
    const size = createFormat('ru').bytes(value);
    expect({ ...size, amount: size.amount.replace(space, ' ') }).toEqual({ amount, unit });
  });

  it('names countries', () => {
    expect(LANGUAGES.map((language) => createFormat(language).region('KZ'))).toEqual([
      ...['Казахстан', 'Қазақстан', 'Qozogʻiston', 'Kazakhstan'],
    ]);
    expect(createFormat('ru').region('kz?')).toBe('kz?');
  });

  it('writes durations below and above a second', () => {
    expect(createFormat('kk').duration(999)).toEqual({ amount: '999', unit: 'millisecond' });
    // The server's clock may be ahead of ours.
    expect(createFormat('kk').duration(-93_400)).toEqual({ amount: '-93,4', unit: 'second' });
    expect(createFormat('kk').duration(1834)).toEqual({ amount: '1,8', unit: 'second' });
  });

  it('uses a decimal comma in all languages but English, never the root locale', () => {
    const amounts = LANGUAGES.map((language) => createFormat(language).bytes(1536).amount);
    expect(amounts).toEqual(['1,5', '1,5', '1,5', '1.5']);
  });
});
