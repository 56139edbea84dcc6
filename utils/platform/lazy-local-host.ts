import type { Store } from '@/utils/store';
import type { DomHost } from './dom-host';

/** The local host, loaded when it is first asked: what it brings is too heavy for a background that starts often. */
export function createLazyLocalHost(store: Store): DomHost {
  const load = async () => (await import('./local-host')).createLocalHost(store);
  return {
    draw: async (...input) => (await load()).draw(...input),
    compose: async (...input) => (await load()).compose(...input),
    release: async (...input) => (await load()).release(...input),
  };
}
