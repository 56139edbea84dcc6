/** Runs work one piece after another, in the order it came; a piece that fails doesn't stop the next. */
export function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  let unfinished = 0;
  const end = () => {
    unfinished -= 1;
  };
  return {
    enqueue<T>(work: () => Promise<T>): Promise<T> {
      unfinished += 1;
      const result = last.then(work, work);
      last = result.then(end, end);
      return result;
    },
    /** What comes now begins at once. */
    get isIdle(): boolean {
      return unfinished === 0;
    },
  };
}
