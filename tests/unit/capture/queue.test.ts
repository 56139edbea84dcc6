import { describe, expect, it } from 'vitest';
import { createQueue } from '@/utils/capture/queue';

describe('the queue', () => {
  it('runs one piece of work at a time, in order, past a failure', async () => {
    const { enqueue } = createQueue();
    const log: string[] = [];
    let finishFirst: () => void = () => undefined;
    const first = enqueue(async () => {
      log.push('first begins');
      await new Promise<void>((resolve) => {
        finishFirst = resolve;
      });
      log.push('first ends');
    });
    const second = enqueue(async () => {
      log.push('second');
      throw new Error('no');
    });
    const third = enqueue(async () => log.push('third'));
    await Promise.resolve();
    expect(log).toEqual(['first begins']);
    finishFirst();
    await first;
    await expect(second).rejects.toThrow('no');
    await third;
    expect(log).toEqual(['first begins', 'first ends', 'second', 'third']);
  });

  it('is idle until something comes, and when all of it has ended, well or not', async () => {
    const queue = createQueue();
    expect(queue.isIdle).toBe(true);
    const first = queue.enqueue(async () => 1);
    expect(queue.isIdle).toBe(false);
    const second = queue.enqueue(async () => {
      throw new Error('no');
    });
    await first;
    expect(queue.isIdle).toBe(false);
    await expect(second).rejects.toThrow('no');
    await Promise.resolve();
    expect(queue.isIdle).toBe(true);
  });
});
