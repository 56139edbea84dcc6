import type { Case } from '@/utils/domain/case';

/** A case as the list of cases shows it. */
export interface CaseRow {
  readonly case: Case;
  readonly captures: number;
}

export type CaseState = 'archived' | 'imported' | 'registered' | 'unregistered';

/** What a case is at present: put away, out of a colleague's bundle, with or without a register number. */
export function caseState({ archivedAt, imported, registerNumber, procedure }: Case): CaseState {
  if (archivedAt !== undefined) return 'archived';
  if (imported) return 'imported';
  const isRegistered = registerNumber !== '' || (procedure?.registration?.registeredAt ?? null) !== null;
  return isRegistered ? 'registered' : 'unregistered';
}

/** The cases whose number, title or unit hold all the words; archived ones only on request. */
export function filterCases(rows: readonly CaseRow[], search: string, withArchived: boolean): CaseRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ case: { archivedAt, registerNumber, title, unit } }) => {
    if (archivedAt !== undefined && !withArchived) return false;
    const text = `${registerNumber}\n${title}\n${unit}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
