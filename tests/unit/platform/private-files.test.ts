import { describe, expect, it } from 'vitest';
import { requireRoom } from '@/utils/platform/private-files';

const MB = 1024 * 1024;

describe('room for the file of an export', () => {
  it('is asked for before the first byte is written, with a margin', () => {
    expect(() => requireRoom({ quota: 1000 * MB, usage: 400 * MB }, 500 * MB)).not.toThrow();
    expect(() => requireRoom({ quota: 1000 * MB, usage: 400 * MB }, 590 * MB)).toThrow(
      expect.objectContaining({
        code: 'no-room',
        facts: { needed: String(590 * MB), free: String(600 * MB) },
      }),
    );
  });

  it('is not refused where the browser tells no numbers', () => {
    expect(() => requireRoom({}, 1e12)).not.toThrow();
  });
});
