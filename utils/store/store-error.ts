import Dexie from 'dexie';
import { ExpectedError } from '@/utils/errors';

/**
 * Runs `work` and turns what the browser says of the disk into an `ExpectedError`: quota exhausted, or no
 * IndexedDB at all (Firefox in permanent private browsing answers `InvalidStateError`). Anything else passes.
 */
export async function withStoreErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const names = errorNames(thrown);
    if (names.includes('QuotaExceededError')) throw new ExpectedError('quota-exceeded');
    if (names.some((name) => UNAVAILABLE.includes(name))) throw new ExpectedError('storage-unavailable');
    throw thrown;
  }
}

const UNAVAILABLE: readonly string[] = [
  Dexie.errnames.OpenFailed,
  Dexie.errnames.MissingAPI,
  Dexie.errnames.InvalidState,
  'InvalidStateError',
  'SecurityError',
];

/** Dexie wraps the browser's error in `inner`, several levels deep. */
function errorNames(thrown: unknown): string[] {
  const names: string[] = [];
  for (let error = thrown; error instanceof Error; error = (error as { inner?: unknown }).inner) {
    names.push(error.name);
  }
  return names;
}
