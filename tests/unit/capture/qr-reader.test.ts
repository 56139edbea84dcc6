import { describe, expect, it } from 'vitest';
import { createQrReader } from '@/utils/capture/qr-reader';
import { MOST_SIDE } from '@/utils/capture/read-qr';
import { drawQr } from '../../fixtures/qr/draw';

const signal = new AbortController().signal;

/** A clock that the test sets. */
function clockAt(ms: number) {
  const clock = { now: ms, monotonicMs: () => clock.now };
  return clock;
}

describe('createQrReader', () => {
  it('reads the first form of a picture that holds a code', async () => {
    const reader = createQrReader(clockAt(0), signal);
    const white = drawQr('white on white', { dark: [255, 255] });
    const readings = await reader.read(async () => [white, drawQr('seen')]);
    expect(readings.map(({ text }) => text)).toEqual(['seen']);
    expect(reader.notes()).toEqual([]);
  });

  it('says what a picture did to it, and reads the next one', async () => {
    const reader = createQrReader(clockAt(0), signal);
    const huge = { width: MOST_SIDE + 1, height: 30, data: new Uint8ClampedArray() };
    expect(await reader.read(async () => [huge])).toEqual([]);
    expect(await reader.read(() => Promise.reject(new Error('no picture')))).toEqual([]);
    expect(await reader.read(() => Promise.reject(new Error('no picture')))).toEqual([]);
    expect(await reader.read(async () => [drawQr('seen')])).toHaveLength(1);
    expect(reader.notes()).toEqual([
      'pictures not searched for QR codes: 1 (RangeError: 1001 pixels are too many)',
      'pictures not searched for QR codes: 2 (Error: no picture)',
    ]);
  });

  it('opens nothing more when the time is over or the step was stopped, and says how many are left', async () => {
    const clock = clockAt(5_000);
    const reader = createQrReader(clock, signal);
    clock.now = 15_001;
    const opened = await reader.read(() => Promise.reject(new Error('opened')));
    expect(opened).toEqual([]);
    expect(reader.notes()).toEqual(['pictures not searched for QR codes: 1 (the time of 10 s was over)']);
    const stopped = new AbortController();
    stopped.abort();
    const second = createQrReader(clockAt(0), stopped.signal);
    expect(await second.read(async () => [drawQr('seen')])).toEqual([]);
  });
});
