import type { Clock } from '@/utils/domain/time';
import { errorText } from '@/utils/errors';
import { type Pixels, type QrReading, readQr } from './read-qr';

export type QrReader = ReturnType<typeof createQrReader>;

/** Longest time that all pictures of a capture are looked at, in ms: the operative waits. */
const TIME_MS = 10_000;

/**
 * Reads QR codes picture by picture until the time is over. Whatever a picture makes the decoder do, the next one
 * is read all the same; `notes` says how many were left out, and why.
 */
export function createQrReader(clock: Pick<Clock, 'monotonicMs'>, signal: AbortSignal) {
  const end = clock.monotonicMs() + TIME_MS;
  const causes = new Map<string, number>();
  let late = 0;

  function leaveOut(count: number, cause: string): void {
    if (count > 0) causes.set(cause, (causes.get(cause) ?? 0) + count);
  }

  return {
    /** `open` gives the pixels, in each form that is worth a try; it is not called when the time is over. */
    async read(open: () => Promise<readonly Pixels[]>): Promise<QrReading[]> {
      if (signal.aborted || clock.monotonicMs() > end) {
        late += 1;
        return [];
      }
      try {
        for (const pixels of await open()) {
          const readings = await readQr(pixels);
          if (readings.length > 0) return readings;
        }
        return [];
      } catch (thrown) {
        leaveOut(1, errorText(thrown));
        return [];
      }
    },
    leaveOut,
    notes(): string[] {
      if (late > 0) leaveOut(late, `the time of ${TIME_MS / 1000} s was over`);
      return [...causes].map(([cause, count]) => `pictures not searched for QR codes: ${count} (${cause})`);
    },
  };
}
