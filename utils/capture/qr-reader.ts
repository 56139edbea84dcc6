import type { Clock } from '@/utils/domain/time';
import { errorText } from '@/utils/errors';
import type { Luma } from './luma';
import { createQrDecoder, type QrReading } from './read-qr';

export type QrReader = ReturnType<typeof createQrReader>;

/** Longest time that the pictures of a capture are looked at, in ms of reading: the operative waits. */
const TIME_MS = 10_000;

/**
 * Reads QR codes picture by picture until the time is over. Whatever a picture makes the decoder do, the next one
 * is read all the same; `notes` says how many were left out, and why.
 */
export function createQrReader(clock: Pick<Clock, 'monotonicMs'>) {
  let timeLeft = TIME_MS;
  const decoder = createQrDecoder();
  const causes = new Map<string, number>();
  let late = 0;

  function leaveOut(count: number, cause: string): void {
    if (count > 0) causes.set(cause, (causes.get(cause) ?? 0) + count);
  }

  return {
    /** `open` gives the brightness, in each form that is worth a try; it is not called when the time is over. */
    async read(open: () => Promise<readonly Luma[]>): Promise<QrReading[]> {
      if (timeLeft <= 0) {
        late += 1;
        return [];
      }
      const begun = clock.monotonicMs();
      try {
        for (const luma of await open()) {
          const readings = await decoder.read(luma);
          if (readings.length > 0) return readings;
        }
        return [];
      } catch (thrown) {
        leaveOut(1, errorText(thrown));
        return [];
      } finally {
        timeLeft -= clock.monotonicMs() - begun;
      }
    },
    /** Nothing more is read. */
    stop(): void {
      timeLeft = Number.NEGATIVE_INFINITY;
    },
    leaveOut,
    notes(): string[] {
      if (late > 0) leaveOut(late, `the time of ${TIME_MS / 1000} s was over`);
      return [...causes].map(([cause, count]) => `pictures not searched for QR codes: ${count} (${cause})`);
    },
  };
}
