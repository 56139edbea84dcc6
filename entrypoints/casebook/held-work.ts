import { useEffect, useSyncExternalStore } from 'react';

/** Work of this page that outlives the screen it is shown on; one asks before leaving the page while it goes on. */
export interface HeldWork<T> {
  readonly get: () => T;
  readonly set: (next: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Forgets what has ended; what goes on stays. */
  readonly tidy: () => void;
}

export function createHeldWork<T extends { readonly state: string }>(idle: T): HeldWork<T> {
  let current = idle;
  const listeners = new Set<() => void>();
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  const set = (next: T) => {
    current = next;
    if (next.state === 'working') window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
    for (const listener of listeners) listener();
  };
  return {
    get: () => current,
    set,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tidy: () => {
      if (current.state !== 'working') set(idle);
    },
  };
}

/** How the work stands; what has ended by the time its screen is left isn't shown again. */
export function useHeldWork<T>({ subscribe, get, tidy }: HeldWork<T>): T {
  useEffect(() => tidy, [tidy]);
  return useSyncExternalStore(subscribe, get);
}
