import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CaptureNews, createProgress } from '@/utils/capture/progress';

const news = (step: CaptureNews['step']): CaptureNews => ({ step, steps: [] });

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the progress of a capture', () => {
  it('writes the newest after a pause, the first time too, and leaves out what is overtaken', async () => {
    const written: CaptureNews['step'][] = [];
    const progress = createProgress(async ({ step }) => void written.push(step), 200);
    progress.tell(news('viewport'));
    await vi.advanceTimersByTimeAsync(199);
    expect(written).toEqual([]);
    progress.tell(news('dom'));
    await vi.advanceTimersByTimeAsync(1);
    expect(written).toEqual(['dom']);
    progress.tell(news('mhtml'));
    await vi.advanceTimersByTimeAsync(199);
    expect(written).toEqual(['dom']);
    await vi.advanceTimersByTimeAsync(1);
    expect(written).toEqual(['dom', 'mhtml']);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(written).toEqual(['dom', 'mhtml']);
    progress.tell(news('assemble'));
    expect(written).toEqual(['dom', 'mhtml', 'assemble']);
  });

  it('begins no write while one is under way', async () => {
    const written: CaptureNews['step'][] = [];
    let end: () => void = () => undefined;
    const progress = createProgress(({ step }) => {
      written.push(step);
      return new Promise((done) => {
        end = done;
      });
    }, 200);
    progress.tell(news('viewport'));
    await vi.advanceTimersByTimeAsync(200);
    progress.tell(news('dom'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(written).toEqual(['viewport']);
    end();
    await vi.advanceTimersByTimeAsync(200);
    expect(written).toEqual(['viewport', 'dom']);
  });

  it('writes nothing after its end, which knows the newest', async () => {
    const written: CaptureNews['step'][] = [];
    const progress = createProgress(async ({ step }) => void written.push(step), 200);
    expect(progress.stop()).toEqual(news(null));
    const next = createProgress(async ({ step }) => void written.push(step), 200);
    next.tell(news('viewport'));
    await vi.advanceTimersByTimeAsync(200);
    next.tell(news('qr'));
    expect(next.stop()).toEqual(news('qr'));
    next.tell(news('save'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(written).toEqual(['viewport']);
  });

  it('writes the last news at once, also in a pause, and nothing after it', async () => {
    const written: CaptureNews['step'][] = [];
    const progress = createProgress(async ({ step }) => void written.push(step), 200);
    progress.tell(news('viewport'));
    await vi.advanceTimersByTimeAsync(200);
    progress.tell(news('qr'));
    progress.tellLast(news('save'));
    expect(written).toEqual(['viewport', 'save']);
    progress.tell(news('dom'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(written).toEqual(['viewport', 'save']);
  });

  it('goes on where news could not be written', async () => {
    const said = vi.spyOn(console, 'info').mockImplementation(() => undefined);
    const written: CaptureNews['step'][] = [];
    const progress = createProgress(async ({ step }) => {
      if (step === 'viewport') throw new Error('disk full');
      written.push(step);
    }, 200);
    progress.tell(news('viewport'));
    await vi.advanceTimersByTimeAsync(200);
    progress.tell(news('dom'));
    await vi.advanceTimersByTimeAsync(200);
    expect(written).toEqual(['dom']);
    expect(said).toHaveBeenCalledOnce();
    said.mockRestore();
  });
});
