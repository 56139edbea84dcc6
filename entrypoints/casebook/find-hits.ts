import type { Hits } from '@/components/search/SearchResult';
import { defangUrl } from '@/components/ui/defang-url';
import type { Capture } from '@/utils/domain/capture';
import type { Query } from '@/utils/search/query';
import { findSnippets, markHits } from '@/utils/search/snippets';
import type { Found } from './read-found';

/** Most indicators that are shown of one capture. */
const MOST = 8;

/** Where in a capture the words stand. */
export function findHits(capture: Capture, { text, indicators, notes }: Found, query: Query): Hits {
  const distinct = new Map(indicators.map((row) => [`${row.type} ${row.value}`, row]));
  return {
    title: markHits(capture.title, query),
    url: markHits(defangUrl(capture.url), query),
    notes: notes.flatMap((note) =>
      findSnippets(note.text, query, 1).map((snippet) => ({ id: note.id, snippet })),
    ),
    indicators: [...distinct.values()]
      .flatMap(({ type, value }) => {
        const pieces = markHits(defangUrl(value), query);
        return pieces ? [{ type, pieces }] : [];
      })
      .slice(0, MOST),
    text: findSnippets(text, query),
  };
}
