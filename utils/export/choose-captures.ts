import type { Capture } from '@/utils/domain/capture';
import { ExpectedError } from '@/utils/errors';

/** Those of a case's captures that an export is to hold; throws `selection-gone` if one isn't there any more. */
export function chooseCaptures(all: readonly Capture[], ids: readonly string[] | null): Capture[] {
  const chosen = ids ? all.filter(({ id }) => ids.includes(id)) : [...all];
  if (ids && chosen.length !== new Set(ids).size) throw new ExpectedError('selection-gone');
  return chosen;
}
