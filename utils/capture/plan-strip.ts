import { overlap, type Region, without } from './regions';

/** One photograph of a strip that is longer than the window. Device pixels; `top`: where it stands on the strip. */
export interface StripShot {
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** What stood over the strip, from the shot's own corner; the same `id` for the same element. */
  readonly covers: readonly (Region & { readonly id: number })[];
}

/** A part of the strip and the shot that shows it. */
export interface StripPart extends Region {
  readonly shot: number;
}

/** Which shot shows which part of a strip; `hidden`: parts that none shows free of what stands over them. */
export interface StripPlan {
  readonly parts: readonly StripPart[];
  readonly hidden: readonly Region[];
}

/**
 * Joins shots: each place comes from the first shot that shows it free of what stands over the strip. What stands
 * over it is shown once, where nothing else can be seen; its other places stay empty.
 */
export function planStrip(shots: readonly StripShot[], height: number): StripPlan {
  const width = Math.max(0, ...shots.map((shot) => shot.width));
  const parts: StripPart[] = [];
  let missing: Region[] = [{ x: 0, y: 0, width, height }];
  const take = (shot: number, region: Region) => {
    const taken = missing.flatMap((empty) => overlap(empty, region) ?? []);
    parts.push(...taken.map((part) => ({ shot, ...part })));
    missing = without(missing, region);
    return taken.length > 0;
  };
  shots.forEach((shot, at) => {
    let free: Region[] = [areaOf(shot)];
    for (const cover of shot.covers) free = without(free, placeOf(cover, shot));
    for (const region of free) take(at, region);
  });
  const downwards = [...shots.entries()].sort(([, a], [, b]) => a.top - b.top);
  const shown = new Map<number, Region>();
  const show = (order: typeof downwards, isWanted: (cover: Region, shot: StripShot) => boolean) => {
    for (const [at, shot] of order) {
      for (const cover of shot.covers.filter((each) => isWanted(each, shot))) {
        const place = overlap(placeOf(cover, shot), areaOf(shot));
        const before = shown.get(cover.id);
        if (!place || (before && !overlap(before, place))) continue;
        if (take(at, place)) shown.set(cover.id, place);
      }
    }
  };
  // A footer belongs to the last row of the strip, all else to where it stands first.
  show(downwards.toReversed(), isLow);
  show(downwards, (cover, shot) => !isLow(cover, shot));
  return { parts, hidden: missing };
}

function isLow({ y, height }: Region, shot: StripShot): boolean {
  return height <= shot.height / 2 && y + height / 2 > shot.height / 2;
}

function areaOf({ top, width, height }: StripShot): Region {
  return { x: 0, y: top, width, height };
}

function placeOf({ x, y, width, height }: Region, { top }: StripShot): Region {
  return { x, y: y + top, width, height };
}
