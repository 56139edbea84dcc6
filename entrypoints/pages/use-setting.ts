import { useEffect, useState } from 'react';
import type { WxtStorageItem } from '#imports';

/** A setting's value (`first`, or undefined, until it is read) and the way to change it; follows changes of other pages. */
export function useSetting<T>(
  item: WxtStorageItem<T, Record<string, unknown>>,
  first?: T,
): readonly [T | undefined, (value: T) => Promise<void>] {
  const [value, setValue] = useState<T | undefined>(first);
  useEffect(() => {
    let isCurrent = true;
    const show = (next: T) => isCurrent && setValue(next);
    const unwatch = item.watch(show);
    item.getValue().then(show, (error) => {
      // An effect's promise has no boundary: rethrowing while rendering gives the error to the page's own.
      if (isCurrent) setValue(() => raise(error));
    });
    return () => {
      isCurrent = false;
      unwatch();
    };
  }, [item]);
  const change = async (next: T) => {
    setValue(next);
    await item.setValue(next);
  };
  return [value, change];
}

function raise(error: unknown): never {
  throw error;
}
