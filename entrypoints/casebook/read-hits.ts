import type { Hits } from '@/components/search/SearchResult';
import { defangUrl } from '@/components/ui/defang-url';
import type { Capture } from '@/utils/domain/capture';
import type { Query } from '@/utils/search/query';
import { findSnippets, markHits } from '@/utils/search/snippets';
import { createAnnotationRepository } from '@/utils/store/annotation-repository';
import { store } from '../pages/services';
import { readText } from './read-text';

const annotations = createAnnotationRepository(store.db);

/** Most indicators that are shown of one capture. */
const MOST = 8;

/** Where in a capture the words stand. */
export async function readHits(capture: Capture, query: Query): Promise<Hits> {
  const [found, notes] = await Promise.all([
    store.indicators.listByCapture(capture.id),
    annotations.notesOf(capture.id),
  ]);
  const text = (await readText(capture.id)) ?? '';
  const distinct = new Map(found.map((row) => [`${row.type} ${row.value}`, row]));
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
