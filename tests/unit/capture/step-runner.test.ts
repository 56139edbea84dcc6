import { describe, expect, it } from 'vitest';
import { createStepRunner, Skip } from '@/utils/capture/step-runner';
import type { StepName } from '@/utils/domain/capture';
import { ExpectedError } from '@/utils/errors';

function runner(limitMs = 1_000) {
  let now = 0;
  const seen: (StepName | null)[] = [];
  const steps = createStepRunner({
    clock: { monotonicMs: () => now },
    limitMs,
    onChange: (running: StepName | null) => {
      seen.push(running);
    },
  });
  return { steps, seen, pass: (ms: number) => (now += ms) };
}

describe('the step runner', () => {
  it('records when each step began, how long it took and how it ended, and goes on after a failure', async () => {
    const { steps, pass } = runner();
    const first = await steps.run('viewport', async () => {
      pass(30);
      return 'picture';
    });
    const second = await steps.run('dom', async () => {
      pass(5);
      throw new ExpectedError('page-navigated');
    });
    const third = await steps.run('mhtml', async () => new Skip('not-in-this-browser'));
    const fourth = await steps.run('assemble', async () => {
      throw new TypeError('odd');
    });
    expect([first, second, third, fourth]).toEqual(['picture', null, null, null]);
    expect(steps.records).toEqual([
      { name: 'viewport', outcome: 'done', startedMs: 0, durationMs: 30 },
      { name: 'dom', outcome: 'failed', startedMs: 30, durationMs: 5, reason: 'page-navigated' },
      { name: 'mhtml', outcome: 'skipped', startedMs: 35, durationMs: 0, reason: 'not-in-this-browser' },
      { name: 'assemble', outcome: 'failed', startedMs: 35, durationMs: 0, reason: 'TypeError: odd' },
    ]);
  });

  it('records steps that run at once in the order in which they began, and tells of the last that still runs', async () => {
    const { steps, seen, pass } = runner();
    const waiting: ((value: number) => void)[] = [];
    const first = steps.run('viewport', () => new Promise<number>((done) => waiting.push(done)));
    const second = steps.run('dom', async () => 2);
    expect(await second).toBe(2);
    expect(steps.records.map(({ name }) => name)).toEqual(['dom']);
    pass(40);
    waiting[0]?.(1);
    expect(await first).toBe(1);
    expect(steps.records).toMatchObject([
      { name: 'viewport', startedMs: 0, durationMs: 40 },
      { name: 'dom', startedMs: 0, durationMs: 0 },
    ]);
    expect(seen.at(-1)).toBeNull();
    expect(seen).toContain('viewport');
  });

  it('tells which step runs before it runs, and that none runs after it', async () => {
    const { steps, seen } = runner();
    await steps.run('viewport', async () => {
      expect(seen).toEqual(['viewport']);
      return 1;
    });
    expect(seen).toEqual(['viewport', null]);
  });

  it('leaves a step that never answers, and tells its work to add nothing more', async () => {
    const { steps } = runner(5);
    let signal: AbortSignal | undefined;
    const result = await steps.run('page-images', (given) => {
      signal = given;
      return new Promise(() => undefined);
    });
    expect(result).toBeNull();
    expect(signal?.aborted).toBe(true);
    expect(steps.records[0]).toMatchObject({ outcome: 'failed', reason: 'time-limit' });
  });
});
