import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { SearchResult } from '@/components/search/SearchResult';
import { type SearchState, SearchView } from '@/components/search/SearchView';
import { CaptureThumbnail } from '@/components/ui/CaptureThumbnail';
import { useRaise } from '@/components/ui/use-raise';
import type { Capture } from '@/utils/domain/capture';
import { parseQuery, type Query } from '@/utils/search/query';
import { store } from '../pages/services';
import { useStored } from '../pages/use-stored';
import { findHits } from './find-hits';
import type { Found } from './read-found';
import { holdersOf, type SearchIndex, searchIndex } from './search-index';

/** What was typed last: a way back from a capture finds it again. It is never in the address, which browsers remember. */
let lastTyped = '';

/** Search over all cases. */
export function SearchScreen() {
  const [typed, setTyped] = useState(lastTyped);
  const index = useStored(searchIndex, []);
  const cases = useStored(() => store.cases.list(), []);
  const titles = useMemo(() => new Map(cases?.map(({ id, title }) => [id, title])), [cases]);
  const wanted = useDeferredValue(typed);
  const query = useMemo(() => parseQuery(wanted), [wanted]);
  const state = useMemo((): SearchState => {
    if (!query) return 'short';
    if (!index) return 'loading';
    const found = holdersOf(index, query);
    return byCase(index.captures.filter(({ id }) => found.has(id)));
  }, [query, index]);
  const type = (next: string) => {
    lastTyped = next;
    setTyped(next);
  };
  return (
    <SearchView
      typed={typed}
      state={state}
      isBusy={wanted !== typed || state === 'loading'}
      titles={titles}
      onType={type}
      renderResult={(capture) =>
        query && index && <StoredResult capture={capture} query={query} index={index} />
      }
    />
  );
}

interface ResultProps {
  readonly capture: Capture;
  readonly query: Query;
  /** Another one: what belongs to the capture may be another, too. */
  readonly index: SearchIndex;
}

function StoredResult({ capture, query, index }: ResultProps) {
  const found = useFound(capture.id, index);
  const hits = useMemo(() => found && findHits(capture, found, query), [capture, found, query]);
  return (
    <SearchResult
      capture={capture}
      hits={hits ?? null}
      thumbnail={<CaptureThumbnail blob={found?.thumbnail} host={capture.host} width={96} height={64} />}
    />
  );
}

/** Read once for a row: while one types, it only looks elsewhere in what it has. */
function useFound(captureId: string, index: SearchIndex): Found | undefined {
  const [found, setFound] = useState<Found>();
  const raise = useRaise();
  useEffect(() => {
    let isCurrent = true;
    index.readFound(captureId).then(
      (read) => isCurrent && setFound(read),
      (error) => isCurrent && raise(error),
    );
    return () => {
      isCurrent = false;
    };
  }, [captureId, index, raise]);
  return found;
}

/** The case with the newest capture first, each case's captures together. */
function byCase(captures: readonly Capture[]): Capture[] {
  return [...Map.groupBy(captures, ({ caseId }) => caseId).values()].flat();
}
