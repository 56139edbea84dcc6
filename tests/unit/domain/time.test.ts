import { describe, expect, it } from 'vitest';
import { formatTimestamp } from '@/utils/domain/time';

describe('formatTimestamp', () => {
  it('prints local time with its offset, east, west, at half hours and across midnight', () => {
    const epoch = Date.UTC(2026, 2, 5, 20, 7, 9, 120);
    expect(formatTimestamp(epoch, 300)).toBe('2026-03-06T01:07:09.120+05:00');
    expect(formatTimestamp(epoch, -570)).toBe('2026-03-05T10:37:09.120-09:30');
    expect(formatTimestamp(epoch, 0)).toBe('2026-03-05T20:07:09.120+00:00');
    expect(Date.parse(formatTimestamp(epoch, 345))).toBe(epoch);
  });
});
