/** Runs work one piece after another, in the order it came; a piece that fails doesn't stop the next. */
export function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return function enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work, work);
    last = result.catch(() => undefined);
    return result;
  };
}
