import { useEffect, useState } from 'react';
import type { WxtStorageItem } from '#imports';
import { useRaise } from '@/components/ui/use-raise';

/** A setting's value (`first`, or undefined, until it is read) and the way to change it; follows changes of other pages. */
export function useSetting<T>(
  item: WxtStorageItem<T, Record<string, unknown>>,
  first?: T,
): readonly [T | undefined, (value: T) => Promise<void>] {
  const [value, setValue] = useState<T | undefined>(first);
  const raise = useRaise();
  useEffect(() => {
    let isCurrent = true;
    const show = (next: T) => isCurrent && setValue(next);
    const unwatch = item.watch(show);
    item.getValue().then(show, (error) => isCurrent && raise(error));
    return () => {
      isCurrent = false;
      unwatch();
    };
  }, [item, raise]);
  const change = async (next: T) => {
    setValue(next);
    await item.setValue(next);
  };
  return [value, change];
}
