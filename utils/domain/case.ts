import type { CaseProcedure } from './procedure';

/** The pseudo-case that takes captures made while no case is chosen («Входящие»). It has a journal of its own. */
export const INBOX_CASE_ID = 'inbox';

export type Jurisdiction = 'kz' | 'uz';

/** Who acts: as printed in a protocol. Blank strings mean "not stated". */
export interface Official {
  readonly unit: string;
  readonly position: string;
  readonly rank: string;
  readonly name: string;
}

/** The parts of an official, in the order of a form. */
export const OFFICIAL_FIELDS = [
  'unit',
  'position',
  'rank',
  'name',
] as const satisfies readonly (keyof Official)[];

/** What the operative types in when a case is created or edited. */
export interface CaseDetails extends Official {
  readonly title: string;
  /** ЕРДР, КУИ or case number; may be blank until it is registered. */
  readonly registerNumber: string;
  readonly jurisdiction: Jurisdiction;
}

/** How a case came into this casebook out of a colleague's bundle. Hashes in lower-case hex. */
export interface CaseImport {
  readonly importedAt: string;
  /** Who took it in, as typed. */
  readonly by: string;
  readonly fileName: string;
  /** Fingerprint of the key that sealed the bundle. */
  readonly keySha256: string;
  /** SHA-256 of the bundle's tag manifest, which stands for the bundle. */
  readonly tagManifestSha256: string;
  readonly sealedAt: string;
  /** Captures that were taken, and that were there already. */
  readonly captures: number;
  readonly known: number;
}

/** Everything about one matter. `createdAt`, `updatedAt`: timestamps as made by `formatTimestamp`. */
export interface Case extends CaseDetails {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Legal basis, participants, registration; unset while nothing of it is stated. */
  readonly procedure?: CaseProcedure;
  /** Set while it is put away: then it is in no list of open cases and can't be changed. */
  readonly archivedAt?: string;
  /** Set if it isn't ours: each bundle that was taken in, oldest first. Such a case is only read. */
  readonly imported?: readonly CaseImport[];
}

/** Whether a case is looked at and not changed: it came out of a bundle, or is put away. The inbox (null) is always open. */
export function isReadOnly(matter: Pick<Case, 'archivedAt' | 'imported'> | null): boolean {
  return matter?.archivedAt !== undefined || matter?.imported !== undefined;
}

/** What of a case its form changes. */
export function detailsOf({
  title,
  registerNumber,
  jurisdiction,
  unit,
  position,
  rank,
  name,
}: Case): CaseDetails {
  return { title, registerNumber, jurisdiction, unit, position, rank, name };
}
