import { useLiveQuery } from 'dexie-react-hooks';
import { withStoreErrors } from '@/utils/store/store-error';

/**
 * A query over the store that runs again when its rows change; `first`, or undefined, until its first answer. An error
 * reaches the page's boundary, storage trouble as an `ExpectedError`.
 */
export function useStored<T>(
  query: () => Promise<T>,
  dependencies: readonly unknown[],
  first?: T,
): T | undefined {
  return useLiveQuery(() => withStoreErrors(query), [...dependencies], first);
}
