import type { Capture } from '@/utils/domain/capture';

/** What of a case's captures is wanted; blank: no matter. `day` is `2026-03-05`, by the clock of the capture. */
export interface CaptureFilter {
  readonly text: string;
  readonly host: string;
  readonly day: string;
  readonly tag: string;
  readonly indicator: string;
}

export const NO_FILTER: CaptureFilter = { text: '', host: '', day: '', tag: '', indicator: '' };

export const SORTS = ['number', 'time', 'host', 'title', 'indicators', 'size', 'state'] as const;
export type CaptureSort = (typeof SORTS)[number];

/** Ids of captures that hold what a filter asks for; null: it asks for nothing, or nobody knows yet. */
export interface HeldBy {
  readonly indicator: ReadonlySet<string> | null;
  /** In the text of the page, notes and all else that the search knows. */
  readonly text: ReadonlySet<string> | null;
}

/** The captures that pass. */
export function filterCaptures(captures: readonly Capture[], filter: CaptureFilter, held: HeldBy): Capture[] {
  const words = fold(filter.text).split(/\s+/u).filter(Boolean);
  return captures.filter((capture) => {
    if (filter.host !== '' && capture.host !== filter.host) return false;
    if (filter.day !== '' && dayOf(capture) !== filter.day) return false;
    if (filter.tag !== '' && !capture.tags.includes(filter.tag)) return false;
    if (held.indicator && !held.indicator.has(capture.id)) return false;
    if (words.length === 0 || held.text?.has(capture.id)) return true;
    const { host, title, url, tags } = capture;
    const text = fold([host, title, url, ...tags].join('\n'));
    return words.every((word) => text.includes(word));
  });
}

/** In the order asked for; captures that are alike stay by number. */
export function sortCaptures(
  captures: readonly Capture[],
  by: CaptureSort,
  isDescending: boolean,
): Capture[] {
  const sign = isDescending ? -1 : 1;
  return captures.toSorted((a, b) => sign * (COMPARE[by](a, b) || a.number - b.number));
}

const byText = new Intl.Collator('ru', { numeric: true, sensitivity: 'base' }).compare;

const COMPARE: Readonly<Record<CaptureSort, (a: Capture, b: Capture) => number>> = {
  number: (a, b) => a.number - b.number,
  time: (a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt),
  host: (a, b) => byText(a.host, b.host),
  // Nobody reads on after the first hundred letters, and a page may have a title of megabytes.
  title: (a, b) => byText(a.title.slice(0, 100), b.title.slice(0, 100)),
  indicators: (a, b) => a.indicatorCount - b.indicatorCount,
  size: (a, b) => a.bytes - b.bytes,
  state: (a, b) => Number(b.complete) - Number(a.complete),
};

/** What there is to choose from, each with the number of captures. */
export function filterChoices(captures: readonly Capture[]) {
  const count = (values: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return Array.from(counts, ([value, times]) => ({ value, count: times }));
  };
  return {
    hosts: count(captures.map(({ host }) => host)).toSorted((a, b) => byText(a.value, b.value)),
    days: count(captures.map(dayOf)).toSorted((a, b) => (a.value < b.value ? 1 : -1)),
    tags: count(captures.flatMap(({ tags }) => tags)).toSorted((a, b) => byText(a.value, b.value)),
  };
}

/** Indicators by value, with the captures that have them. */
export type IndicatorIndex = ReadonlyMap<string, ReadonlySet<string>>;

/** Ids of the captures with an indicator whose value contains `text`; null for a blank one. */
export function capturesWithIndicator(index: IndicatorIndex, text: string): ReadonlySet<string> | null {
  const wanted = fold(text.trim());
  if (wanted === '') return null;
  const found = new Set<string>();
  for (const [value, ids] of index) {
    if (fold(value).includes(wanted)) for (const id of ids) found.add(id);
  }
  return found;
}

function dayOf({ startedAt }: Capture): string {
  return startedAt.slice(0, 10);
}

function fold(text: string): string {
  return text.toLocaleLowerCase('ru').replaceAll('ё', 'е');
}
