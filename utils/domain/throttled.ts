import type { Clock } from './time';

/** Progress is written down at most this often, in ms. */
const EVERY_MS = 150;

/**
 * Writes progress down, now and then. What comes too soon is passed over, and so is a writing that fails: only the newest
 * is worth telling, and the end of the work is written by itself.
 */
export function throttled<T>(
  clock: Pick<Clock, 'monotonicMs'>,
  write: (change: T) => Promise<void>,
): (change: T) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (change) => {
    const now = clock.monotonicMs();
    if (now - last < EVERY_MS) return;
    last = now;
    write(change).catch(() => undefined);
  };
}
