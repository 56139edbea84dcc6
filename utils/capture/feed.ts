/** A list that one reader follows while it still grows. */
export interface Feed<T> {
  push(item: T): void;
  /** Nothing more comes. */
  end(): void;
  /** Every item, also those that come later; waits for them until the end. */
  read(): AsyncGenerator<T>;
}

export function createFeed<T>(): Feed<T> {
  const items: T[] = [];
  let isOver = false;
  let wake: () => void = () => undefined;
  return {
    push(item) {
      items.push(item);
      wake();
    },
    end() {
      isOver = true;
      wake();
    },
    async *read() {
      for (let at = 0; ; at += 1) {
        while (at >= items.length) {
          if (isOver) return;
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        yield items[at] as T;
      }
    },
  };
}
