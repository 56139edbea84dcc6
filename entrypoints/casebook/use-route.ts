import { useSyncExternalStore } from 'react';
import { parseRoute, type Route } from '@/components/casebook/route';

/** The route in the address; renders again when it changes. */
export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => location.hash));
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
