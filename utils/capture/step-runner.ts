import type { SkipReason, StepName, StepRecord } from '@/utils/domain/capture';
import type { Clock } from '@/utils/domain/time';
import { ExpectedError, errorText } from '@/utils/errors';

/** A step stopped by this answer is `skipped`, not failed. */
export class Skip {
  constructor(readonly reason: SkipReason) {}
}

export type StepRunner = ReturnType<typeof createStepRunner>;

/** What a runner needs. */
export interface StepRunnerOptions {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** Longest time of one step, in ms. */
  readonly limitMs: number;
  /** Called when a step starts and when it has ended, with what runs and what has ended by then. */
  readonly onChange: (running: StepName | null, records: readonly StepRecord[]) => void;
}

/**
 * Runs the steps of a capture, some at the same time. A step that throws or takes too long is recorded with its
 * reason and gives null; the others run all the same.
 */
export function createStepRunner({ clock, limitMs, onChange }: StepRunnerOptions) {
  /** In the order in which they began; null while one runs. */
  const begunSteps: (StepRecord | null)[] = [];
  const running: StepName[] = [];
  const begun = clock.monotonicMs();
  const records = () => begunSteps.filter((record) => record !== null);
  const tellNow = () => onChange(running.at(-1) ?? null, records());

  /** `factor`: how many times the limit this step has. */
  async function run<T>(
    name: StepName,
    work: (signal: AbortSignal) => Promise<T | Skip>,
    factor = 1,
  ): Promise<T | null> {
    const place = begunSteps.push(null) - 1;
    running.push(name);
    tellNow();
    const started = clock.monotonicMs();
    const end = (outcome: StepRecord['outcome'], reason?: string) => {
      const startedMs = Math.round(started - begun);
      const durationMs = Math.round(clock.monotonicMs() - started);
      begunSteps[place] = {
        name,
        outcome,
        startedMs,
        durationMs,
        ...(reason === undefined ? {} : { reason }),
      };
    };
    try {
      const result = await withLimit(work, limitMs * factor);
      if (result instanceof Skip) {
        end('skipped', result.reason);
        return null;
      }
      end('done');
      return result;
    } catch (thrown) {
      end('failed', thrown instanceof ExpectedError ? thrown.code : errorText(thrown));
      return null;
    } finally {
      running.splice(running.indexOf(name), 1);
      tellNow();
    }
  }

  return {
    run,
    /** Steps that have ended, in the order in which they began. */
    get records(): readonly StepRecord[] {
      return records();
    },
    elapsedMs: () => Math.round(clock.monotonicMs() - begun),
  };
}

/** `work` gets a signal that is aborted when the time is over, so that it adds nothing after that. */
async function withLimit<T>(work: (signal: AbortSignal) => Promise<T>, limitMs: number): Promise<T> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ExpectedError('time-limit')), limitMs);
  });
  try {
    return await Promise.race([work(controller.signal), limit]);
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}
