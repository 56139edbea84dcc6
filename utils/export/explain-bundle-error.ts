import { BundleError } from '@/utils/bundle/errors';
import { ExpectedError } from '@/utils/errors';

/**
 * Throws what stopped a bundle as an error that the operative can act on: damaged files, a damaged journal, too much
 * data. The rest (`capture-number`, `zip-…`, `signature-refused`) can only be a bug of ours and goes on as one, by its
 * code alone: a bug report must not name the files of a case.
 */
export function explainBundleError(thrown: unknown): never {
  if (!(thrown instanceof BundleError)) throw thrown;
  const { code } = thrown;
  const { file, expected, found } = thrown.facts;
  if (code === 'journal-broken') throw new ExpectedError('journal-damaged', { expected, found });
  if (code === 'artifact-missing' || code === 'artifact-changed' || code === 'artifact-name') {
    throw new ExpectedError('artifact-damaged', { file, expected, found });
  }
  if (code === 'made-part-too-big') throw new ExpectedError('case-too-big');
  throw new Error(`bundle: ${code}`, { cause: thrown });
}
