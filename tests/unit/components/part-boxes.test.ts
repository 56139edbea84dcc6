import { describe, expect, it } from 'vitest';
import { enlargement } from '@/components/graph/graph-style';
import { partBoxes } from '@/components/graph/part-boxes';

function covers(boxes: readonly { x: number; y: number; width: number; height: number }[]): number {
  const pairs = boxes.flatMap((a, index) => boxes.slice(index + 1).map((b) => [a, b] as const));
  return pairs.filter(
    ([a, b]) =>
      a.x < b.x + b.width - 0.1 &&
      b.x < a.x + a.width - 0.1 &&
      a.y < b.y + b.height - 0.1 &&
      b.y < a.y + a.height - 0.1,
  ).length;
}

describe('labels of the graph stand apart', () => {
  it('moves boxes that cover each other, also those in the very same place', () => {
    const boxes = Array.from({ length: 40 }, (_, index) => ({
      x: (index % 7) * 60,
      y: Math.floor(index / 14) * 20,
      width: 150,
      height: 26,
    }));
    expect(covers(boxes)).toBeGreaterThan(40);
    const shifts = partBoxes(boxes);
    const moved = boxes.map((box, index) => ({
      ...box,
      x: box.x + (shifts[index]?.x ?? 0),
      y: box.y + (shifts[index]?.y ?? 0),
    }));
    expect(covers(moved)).toBe(0);
  });

  it('leaves those that cover nothing where they are', () => {
    const apart = [0, 200].map((x) => ({ x, y: 0, width: 150, height: 26 }));
    expect(partBoxes(apart)).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 0 },
    ]);
  });
});

describe('the chief nodes of the graph', () => {
  it('are no larger than drawn where one stands near, and readable from afar', () => {
    expect(enlargement(1)).toBe(1);
    expect(enlargement(4)).toBe(1);
    for (const zoom of [0.05, 0.2, 0.5]) expect(17 * enlargement(zoom) * zoom).toBeGreaterThan(10);
  });
});
