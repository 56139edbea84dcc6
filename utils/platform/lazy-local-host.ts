import type { Store } from '@/utils/store';
import type { DomHost } from './dom-host';
import { askConfiguredAuthority } from './timestamp-authority';

/** The local host, loaded when it is first asked: what it brings is too heavy for a background that starts often. */
export function createLazyLocalHost(store: Store): DomHost {
  const load = async () => (await import('./local-host')).createLocalHost(store, askConfiguredAuthority);
  return {
    draw: async (...input) => (await load()).draw(...input),
    compose: async (...input) => (await load()).compose(...input),
    release: async (...input) => (await load()).release(...input),
  };
}
