import { describe, expect, it } from 'vitest';
import { throttled } from '@/utils/domain/throttled';

describe('throttled', () => {
  it('writes the first at once, passes over what comes too soon, and goes on behind a failure', async () => {
    const written: number[] = [];
    let now = 1_000;
    const tell = throttled({ monotonicMs: () => now }, async (change: number) => {
      written.push(change);
      if (change === 1) throw new Error('the disk is full');
    });
    for (const [change, after] of [
      [1, 0],
      [2, 149],
      [3, 1],
      [4, 150],
    ] as const) {
      now += after;
      tell(change);
    }
    await Promise.resolve();
    expect(written).toEqual([1, 3, 4]);
  });
});
