import { describe, expect, it } from 'vitest';
import { pixelAt, regionBetween, sharesOf, withEdge } from '@/components/pictures/region-draft';

const size = { width: 1280, height: 800 };

describe('a region on a picture', () => {
  it('is in pixels of the file, however large it is shown and wherever it has been moved', () => {
    expect(pixelAt({ x: 110, y: 70 }, { x: 100, y: -30, width: 640, height: 400 }, size)).toEqual({
      x: 20,
      y: 200,
    });
  });

  it('holds whole pixels, whichever corner one began with', () => {
    const region = { x: 10, y: 20, width: 91, height: 41 };
    expect(regionBetween({ x: 10.6, y: 20.2 }, { x: 100.1, y: 60.9 }, size)).toEqual(region);
    expect(regionBetween({ x: 100.1, y: 60.9 }, { x: 10.6, y: 20.2 }, size)).toEqual(region);
  });

  it('never reaches beyond the picture, and has an area or is none', () => {
    expect(regionBetween({ x: -50, y: 700 }, { x: 40, y: 5000 }, size)).toEqual({
      x: 0,
      y: 700,
      width: 40,
      height: 100,
    });
    expect(regionBetween({ x: 5, y: 5 }, { x: 5, y: 90 }, size)).toBeNull();
    expect(regionBetween({ x: -9, y: 5 }, { x: -5, y: 90 }, size)).toBeNull();
  });

  it('can be typed, and is kept within the picture', () => {
    const region = { x: 10, y: 20, width: 100, height: 50 };
    expect(withEdge(region, 'x', 1250.4, size)).toEqual({ ...region, x: 1250, width: 30 });
    expect(withEdge(region, 'height', 0, size)).toEqual({ ...region, height: 1 });
    expect(withEdge(region, 'y', -3, size)).toEqual({ ...region, y: 0 });
  });

  it('is drawn as shares of the picture', () => {
    expect(sharesOf({ x: 320, y: 400, width: 640, height: 80 }, size)).toEqual({
      left: 0.25,
      top: 0.5,
      width: 0.5,
      height: 0.1,
    });
  });
});
