import { describe, expect, it } from 'vitest';
import { createFeed } from '@/utils/capture/feed';

describe('createFeed', () => {
  it('gives what was there, what comes later, and ends', async () => {
    const feed = createFeed<number>();
    feed.push(1);
    const got: number[] = [];
    const reading = (async () => {
      for await (const item of feed.read()) got.push(item);
    })();
    await Promise.resolve();
    feed.push(2);
    feed.push(3);
    await new Promise((resolve) => setImmediate(resolve));
    expect(got).toEqual([1, 2, 3]);
    feed.push(4);
    feed.end();
    await reading;
    expect(got).toEqual([1, 2, 3, 4]);
  });

  it('ends at once where nothing came', async () => {
    const feed = createFeed<number>();
    feed.end();
    expect((await feed.read().next()).done).toBe(true);
  });
});
