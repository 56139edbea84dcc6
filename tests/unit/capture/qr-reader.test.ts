import { describe, expect, it } from 'vitest';
import { blankLuma, lumaOf } from '@/utils/capture/luma';
import { createQrReader } from '@/utils/capture/qr-reader';
import { MOST_SIDE } from '@/utils/capture/read-qr';
import { drawQr } from '../../fixtures/qr/draw';

const draw = (...code: Parameters<typeof drawQr>) => lumaOf(drawQr(...code));

/** A clock that the test sets. */
function clockAt(ms: number) {
  const clock = { now: ms, monotonicMs: () => clock.now };
  return clock;
}

describe('createQrReader', () => {
  it('reads the first form of a picture that holds a code', async () => {
    const reader = createQrReader(clockAt(0));
    const white = draw('white on white', { dark: [255, 255] });
    const readings = await reader.read(async () => [white, draw('seen')]);
    expect(readings.map(({ text }) => text)).toEqual(['seen']);
    expect(reader.notes()).toEqual([]);
  });

  it('says what a picture did to it, and reads the next one', async () => {
    const reader = createQrReader(clockAt(0));
    const huge = blankLuma(MOST_SIDE + 1, 30);
    expect(await reader.read(async () => [huge])).toEqual([]);
    expect(await reader.read(() => Promise.reject(new Error('no picture')))).toEqual([]);
    expect(await reader.read(() => Promise.reject(new Error('no picture')))).toEqual([]);
    expect(await reader.read(async () => [draw('seen')])).toHaveLength(1);
    expect(reader.notes()).toEqual([
      'pictures not searched for QR codes: 1 (RangeError: 1001 pixels are too many)',
      'pictures not searched for QR codes: 2 (Error: no picture)',
    ]);
  });

  it('opens nothing more when the time for reading is over or it was stopped, and says how many are left', async () => {
    const clock = clockAt(5_000);
    const reader = createQrReader(clock);
    clock.now = 50_000;
    const opened = await reader.read(async () => {
      clock.now += 10_001;
      return [draw('seen')];
    });
    expect(opened).toHaveLength(1);
    expect(await reader.read(() => Promise.reject(new Error('opened')))).toEqual([]);
    expect(reader.notes()).toEqual(['pictures not searched for QR codes: 1 (the time of 10 s was over)']);
    const stopped = createQrReader(clockAt(0));
    stopped.stop();
    expect(await stopped.read(async () => [draw('seen')])).toEqual([]);
  });
});
