import { describe, expect, it } from 'vitest';
import {
  clustersOf,
  offsetsOf,
  pan,
  SHORTEST_SPAN,
  spanOf,
  ticksOf,
  zoom,
} from '@/components/timeline/time-axis';

const HOUR = 3_600_000;
const WHOLE = { from: 0, to: 100 * HOUR };
const points = (...times: number[]) => times.map((at) => ({ at }));

describe('the axis of time', () => {
  it('spans all times with air around them, also around a single one', () => {
    const { from, to } = spanOf([10 * HOUR, 20 * HOUR]);
    expect(from).toBeLessThan(10 * HOUR);
    expect(to).toBeGreaterThan(20 * HOUR);
    const single = spanOf([5 * HOUR]);
    expect(single.to - single.from).toBeGreaterThan(0);
  });

  it('keeps the pointed moment in its place while zooming', () => {
    const next = zoom({ from: 20 * HOUR, to: 40 * HOUR }, 0.5, 0.25, WHOLE);
    expect(next).toEqual({ from: 22.5 * HOUR, to: 32.5 * HOUR });
  });

  it('leaves the whole neither by zooming nor by moving, and never shrinks to nothing', () => {
    expect(zoom({ from: 10 * HOUR, to: 90 * HOUR }, 4, 0.5, WHOLE)).toEqual(WHOLE);
    expect(pan({ from: 90 * HOUR, to: 95 * HOUR }, 3, WHOLE)).toEqual({ from: 95 * HOUR, to: 100 * HOUR });
    const least = zoom({ from: HOUR, to: 2 * HOUR }, 1e-9, 0.5, WHOLE);
    expect(least.to - least.from).toBeCloseTo(SHORTEST_SPAN, 3);
  });

  it('names the offset of its own dates, not of today: Almaty was at +06:00 until March 2024', () => {
    const before = process.env.TZ;
    process.env.TZ = 'Asia/Almaty';
    const span = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });
    expect(offsetsOf(span('2024-01-10T00:00:00Z', '2024-01-11T00:00:00Z'))).toEqual(['UTC+06:00']);
    expect(offsetsOf(span('2024-02-10T00:00:00Z', '2024-04-10T00:00:00Z'))).toEqual([
      'UTC+06:00',
      'UTC+05:00',
    ]);
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it('puts ticks at round times, no nearer than asked', () => {
    for (const hours of [0.1, 1, 7, 30, 400, 9_000]) {
      const span = { from: Date.UTC(2026, 0, 5, 3, 17), to: Date.UTC(2026, 0, 5, 3, 17) + hours * HOUR };
      const ticks = ticksOf(span, 1000, 80);
      expect(ticks.length).toBeLessThanOrEqual(13);
      for (const { at, isDay } of ticks) {
        expect(new Date(at).getSeconds()).toBe(0);
        if (isDay) expect(new Date(at).getHours()).toBe(0);
      }
      const gaps = ticks.slice(1).map(({ at }, index) => at - (ticks[index]?.at ?? 0));
      expect(gaps.every((gap) => (gap / (hours * HOUR)) * 1000 >= 70)).toBe(true);
    }
  });

  it('gathers near points and loses none in the span', () => {
    const clusters = clustersOf(points(50 * HOUR, 1 * HOUR, 1.1 * HOUR, 200 * HOUR), WHOLE, 1000, 20);
    expect(clusters.map(({ items }) => items.length)).toEqual([2, 1]);
    expect(clusters[0]?.at).toBeCloseTo(1.05 * HOUR);
  });
});
