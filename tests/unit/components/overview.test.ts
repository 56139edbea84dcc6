import { describe, expect, it } from 'vitest';
import { activityBars } from '@/components/overview/activity-bars';
import { fromLocalTime, toLocalTime } from '@/components/overview/local-time';

describe('activityBars', () => {
  it('counts by the day that each capture was recorded on, days without any included', () => {
    const times = [
      '2026-03-08T00:10:00.000+05:00',
      '2026-03-05T23:50:00.000+05:00',
      '2026-03-05T01:00:00.000+05:00',
    ];
    expect(activityBars(times)).toEqual({
      unit: 'day',
      bars: [
        { from: '2026-03-05', count: 2 },
        { from: '2026-03-06', count: 0 },
        { from: '2026-03-07', count: 0 },
        { from: '2026-03-08', count: 1 },
      ],
    });
  });

  it('goes over to weeks from Monday, then to months, and loses none', () => {
    const weeks = activityBars(['2026-03-05T10:00:00.000+05:00', '2026-05-20T10:00:00.000+05:00']);
    expect(weeks.unit).toBe('week');
    expect(weeks.bars[0]).toEqual({ from: '2026-03-02', count: 1 });
    expect(weeks.bars.at(-1)).toEqual({ from: '2026-05-18', count: 1 });
    const months = activityBars(['2025-11-30T10:00:00.000+05:00', '2027-01-01T10:00:00.000+05:00']);
    expect(months.unit).toBe('month');
    expect(months.bars.map(({ from }) => from)).toContain('2026-12-01');
    expect(months.bars.map(({ count }) => count).reduce((a, b) => a + b)).toBe(2);
    expect(months.bars).toHaveLength(15);
  });

  it('has nothing to show of nothing', () => {
    expect(activityBars([]).bars).toEqual([]);
  });
});

describe('local time of a field', () => {
  it('comes back as it went in, with this computer’s offset', () => {
    const timestamp = fromLocalTime('2026-03-05T14:07') ?? '';
    expect(timestamp).toMatch(/^2026-03-05T14:07:00\.000[+-]\d\d:\d\d$/);
    expect(toLocalTime(Date.parse(timestamp))).toBe('2026-03-05T14:07');
  });

  it('of a blank field is none', () => {
    expect(fromLocalTime('')).toBeNull();
  });
});
