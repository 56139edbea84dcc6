import { useDeferredValue, useMemo, useState } from 'react';
import { SearchResult } from '@/components/search/SearchResult';
import { type SearchState, SearchView } from '@/components/search/SearchView';
import type { Capture } from '@/utils/domain/capture';
import { hasAll, parseQuery, type Query } from '@/utils/search/query';
import { createWordsRepository } from '@/utils/store/words-repository';
import { store } from '../pages/services';
import { useStored } from '../pages/use-stored';
import { readHits } from './read-hits';
import { StoredThumbnail } from './StoredThumbnail';

const words = createWordsRepository(store.db);

/** What was typed last: a way back from a capture finds it again. It is never in the address, which browsers remember. */
let lastTyped = '';

/** Search over all cases. */
export function SearchScreen() {
  const [typed, setTyped] = useState(lastTyped);
  const rows = useStored(() => words.all(), []);
  const captures = useStored(readCaptures, []);
  const cases = useStored(() => store.cases.list(), []);
  const titles = useMemo(() => new Map(cases?.map(({ id, title }) => [id, title])), [cases]);
  const wanted = useDeferredValue(typed);
  const query = useMemo(() => parseQuery(wanted), [wanted]);
  const state = useMemo((): SearchState => {
    if (!query) return 'short';
    if (!rows || !captures) return 'loading';
    const found = new Set(rows.filter((row) => hasAll(row.words, query)).map(({ captureId }) => captureId));
    return byCase(captures.filter(({ id }) => found.has(id)));
  }, [query, rows, captures]);
  const type = (next: string) => {
    lastTyped = next;
    setTyped(next);
  };
  return (
    <SearchView
      typed={typed}
      state={state}
      titles={titles}
      onType={type}
      renderResult={(capture) => query && <StoredResult capture={capture} query={query} />}
    />
  );
}

function StoredResult({ capture, query }: { readonly capture: Capture; readonly query: Query }) {
  const hits = useStored(() => readHits(capture, query), [capture, query]);
  return (
    <SearchResult
      capture={capture}
      hits={hits ?? null}
      thumbnail={<StoredThumbnail captureId={capture.id} host={capture.host} width={96} height={64} />}
    />
  );
}

/** Newest first. */
async function readCaptures(): Promise<Capture[]> {
  const captures = await store.db.captures.toArray();
  return captures.sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt));
}

/** The case with the newest capture first, each case's captures together. */
function byCase(captures: readonly Capture[]): Capture[] {
  return [...Map.groupBy(captures, ({ caseId }) => caseId).values()].flat();
}
