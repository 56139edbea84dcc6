import type { Indicator, IndicatorSource } from '@/utils/domain/indicator';
import { extractFromSources } from './extract';
import { sourcesFromHtml } from './sources-from-html';

export { sourcesFromHtml } from './sources-from-html';

/** What is to be searched; everything that is given is searched as one page. */
export interface IndicatorInput {
  readonly text?: string;
  readonly html?: string;
  readonly url?: string;
  readonly sources?: readonly IndicatorSource[];
}

/** Finds the identifiers of a page: pure, synchronous, one entry per distinct `(type, value)`. */
export function extractIndicators({ text, html, url, sources = [] }: IndicatorInput): Indicator[] {
  const all: IndicatorSource[] = [...sources];
  if (url !== undefined) all.push({ origin: 'url', text: url });
  if (text !== undefined) all.push({ origin: 'text', text });
  if (html !== undefined) all.push(...sourcesFromHtml(html));
  return extractFromSources(all);
}
