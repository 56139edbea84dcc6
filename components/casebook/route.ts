import type { TextRange } from './highlight';

/** Where in the casebook one is: kept in the address's hash, so that back, forward and reload work. */
export type Route =
  | { readonly view: 'start' | PlainView }
  | { readonly view: 'case'; readonly id: string; readonly tab?: CaseTab; readonly edit?: true }
  | { readonly view: 'capture'; readonly id: string; readonly at?: TextRange };

/** Screens that are about no single case. */
const PLAIN_VIEWS = ['settings', 'new-case', 'verify', 'search', 'links', 'indicators', 'welcome'] as const;
type PlainView = (typeof PLAIN_VIEWS)[number];

/** The parts of a case; without one its overview is shown (of the inbox, which has none, its captures). */
export const CASE_TABS = ['overview', 'captures', 'indicators', 'links', 'timeline', 'journal'] as const;
export type CaseTab = (typeof CASE_TABS)[number];

/** Reads `#/case/ID`, `#/case/ID/indicators`, `#/case/ID/edit` (its details being edited), `#/capture/ID/10-20` (a place in its text) and their like; anything else is the start. */
export function parseRoute(hash: string): Route {
  const [, view, id, part] = /^#\/([\w-]+)(?:\/([\w-]+)(?:\/([\w-]+))?)?$/.exec(hash) ?? [];
  if (view === 'case' && id) {
    if (part === 'edit') return { view, id, tab: 'overview', edit: true };
    const tab = CASE_TABS.find((name) => name === part);
    return tab ? { view, id, tab } : { view, id };
  }
  if (view === 'capture' && id) {
    const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(part ?? '') ?? [];
    return start && end ? { view, id, at: { start: Number(start), end: Number(end) } } : { view, id };
  }
  return { view: PLAIN_VIEWS.find((name) => name === view) ?? 'start' };
}

/** A route as the `href` of a link within the casebook. */
export function routeHref(route: Route): string {
  if (route.view === 'case') {
    const part = route.edit ? 'edit' : route.tab;
    return `#/case/${route.id}${part ? `/${part}` : ''}`;
  }
  if (route.view !== 'capture') return `#/${route.view}`;
  return `#/capture/${route.id}${route.at ? `/${route.at.start}-${route.at.end}` : ''}`;
}
