/** Where in the casebook one is: kept in the address's hash, so that back, forward and reload work. */
export type Route =
  | { readonly view: 'start' | 'settings' | 'new-case' | 'verify' }
  | { readonly view: 'case' | 'capture'; readonly id: string };

/** Reads `#/case/ID` and its like; anything else is the start. */
export function parseRoute(hash: string): Route {
  const [, view, id] = /^#\/([\w-]+)(?:\/([\w-]+))?$/.exec(hash) ?? [];
  if ((view === 'case' || view === 'capture') && id) return { view, id };
  return view === 'settings' || view === 'new-case' || view === 'verify' ? { view } : { view: 'start' };
}

/** A route as the `href` of a link within the casebook. */
export function routeHref(route: Route): string {
  return 'id' in route ? `#/${route.view}/${route.id}` : `#/${route.view}`;
}
