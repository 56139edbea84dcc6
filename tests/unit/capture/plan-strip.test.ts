import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planStrip, type StripShot } from '@/utils/capture/plan-strip';
import { overlap, type Region, without } from '@/utils/capture/regions';

const areaOf = (regions: readonly Region[]) => regions.reduce((sum, it) => sum + it.width * it.height, 0);
const isDisjoint = (regions: readonly Region[]) =>
  regions.every((one, at) => regions.every((two, place) => place <= at || overlap(one, two) === null));

/** Shots of a page with a header and a footer fixed to the window, `step` rows apart. */
function shotsWithBars(pageHeight: number, step: number): StripShot[] {
  const [width, height] = [300, 200];
  const shots: StripShot[] = [];
  for (let top = 0; ; top = Math.min(top + step, pageHeight - height)) {
    const header = { id: 1, x: 0, y: 0, width, height: 30 };
    const footer = { id: 2, x: 0, y: height - 20, width, height: 20 };
    shots.push({ top, width, height, covers: [header, footer] });
    if (top >= pageHeight - height) return shots;
  }
}

describe('without', () => {
  it('takes exactly the common part away, and leaves parts that do not cover each other', () => {
    const side = fc.integer({ min: 1, max: 60 });
    const region = fc.record({ x: side, y: side, width: side, height: side });
    fc.assert(
      fc.property(region, region, (one, two) => {
        const rest = without([one], two);
        const common = overlap(one, two);
        expect(areaOf(rest)).toBe(areaOf([one]) - (common ? areaOf([common]) : 0));
        expect(rest.every((part) => overlap(part, two) === null)).toBe(true);
        expect(isDisjoint(rest)).toBe(true);
      }),
    );
  });
});

describe('planStrip', () => {
  it.each([140, 130, 100])(
    'shows header and footer once, and all between them free, in steps of %i',
    (step) => {
      const shots = shotsWithBars(1_000, step);
      const { parts, hidden } = planStrip(shots, 1_000);
      expect(hidden).toEqual([]);
      expect(areaOf(parts)).toBe(300 * 1_000);
      expect(isDisjoint(parts)).toBe(true);
      const covered = parts.filter(({ shot, ...part }) =>
        (shots[shot]?.covers ?? []).some((cover) =>
          overlap({ ...cover, y: cover.y + (shots[shot]?.top ?? 0) }, part),
        ),
      );
      expect(covered.sort((a, b) => a.y - b.y)).toEqual([
        { shot: 0, x: 0, y: 0, width: 300, height: 30 },
        { shot: shots.length - 1, x: 0, y: 980, width: 300, height: 20 },
      ]);
    },
  );

  it('leaves empty what a column at the side always hides, and shows the column once', () => {
    const shots = [0, 200, 400].map((top) => ({
      top,
      width: 300,
      height: 200,
      covers: [{ id: 1, x: 0, y: 0, width: 80, height: 200 }],
    }));
    const { parts, hidden } = planStrip(shots, 600);
    expect(areaOf(hidden)).toBe(80 * 400);
    expect(hidden.every(({ x, y, width }) => x === 0 && y >= 200 && width === 80)).toBe(true);
    expect(parts).toContainEqual({ shot: 0, x: 0, y: 0, width: 80, height: 200 });
  });

  it('leaves out no place and shows none twice, whatever stands where', () => {
    const cover = fc.record({
      id: fc.integer({ min: 1, max: 4 }),
      x: fc.nat(250),
      y: fc.nat(180),
      width: fc.integer({ min: 1, max: 120 }),
      height: fc.integer({ min: 1, max: 90 }),
    });
    const covers = fc.array(fc.array(cover, { maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(covers, (all) => {
        const shots = all.map((some, at) => ({ top: at * 150, width: 300, height: 200, covers: some }));
        const height = (all.length - 1) * 150 + 200;
        const { parts, hidden } = planStrip(shots, height);
        expect(areaOf(parts) + areaOf(hidden)).toBe(300 * height);
        expect(isDisjoint([...parts, ...hidden])).toBe(true);
      }),
    );
  });
});
