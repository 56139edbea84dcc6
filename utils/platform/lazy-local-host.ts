import type { Store } from '@/utils/store';
import type { DomHost } from './dom-host';
import { askConfiguredAuthority } from './timestamp-authority';

/** Firefox's local host, loaded when it is first asked: what it brings is too heavy for a background that starts often. */
export function createLazyLocalHost(store: Store): DomHost {
  let host: Promise<DomHost> | undefined;
  const create = async () =>
    (await import('./local-host')).createLocalHost(store, {
      askAuthority: askConfiguredAuthority,
      writesFiles: true,
    });
  const load = () => {
    host ??= create();
    return host;
  };
  return {
    draw: async (...input) => (await load()).draw(...input),
    compose: async (...input) => (await load()).compose(...input),
    release: async (...input) => (await load()).release(...input),
  };
}
