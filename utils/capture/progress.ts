import type { StepName, StepRecord } from '@/utils/domain/capture';

/** Shortest time between two writes, in ms: each is a transaction, and every screen that shows it draws again. */
const PAUSE_MS = 200;

/** The step that runs, and those that have ended. */
export interface CaptureNews {
  readonly step: StepName | null;
  readonly steps: readonly StepRecord[];
}

/**
 * Writes down how a capture goes: the newest every `pauseMs`, and nothing sooner, for the row that began it says that it
 * is under way. What is overtaken is left out. Nobody waits for it, and news that can't be written costs no capture.
 */
export function createProgress(write: (news: CaptureNews) => Promise<void>, pauseMs = PAUSE_MS) {
  let latest: CaptureNews = { step: null, steps: [] };
  let [isNew, isBusy, isStopped] = [false, true, false];

  const put = () =>
    write(latest).catch((thrown) => console.info('news of a capture could not be written', thrown));
  const next = () => {
    isBusy = isNew && !isStopped;
    if (!isBusy) return;
    isNew = false;
    put().then(() => {
      timer = setTimeout(next, pauseMs);
    });
  };
  let timer = setTimeout(next, pauseMs);
  /** Begins no further write; the newest of what was told. */
  const stop = (): CaptureNews => {
    isStopped = true;
    clearTimeout(timer);
    return latest;
  };

  return {
    tell(news: CaptureNews): void {
      latest = news;
      isNew = true;
      if (!isBusy) next();
    },
    /** Writes `news` without a pause, and nothing after it. */
    tellLast(news: CaptureNews): void {
      stop();
      latest = news;
      void put();
    },
    stop,
  };
}
