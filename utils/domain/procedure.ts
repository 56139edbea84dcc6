import { formatTimestamp } from './time';

/** The parts that people take in an inspection, as its protocol names them. */
export const PARTICIPANT_ROLES = [
  'investigator',
  'inquirer',
  'operative',
  'specialist',
  'witness',
  'suspect',
  'defence',
  'interpreter',
  'victim-witness',
] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

/** A person who takes part. Blank strings mean "not stated". */
export interface Participant {
  readonly role: ParticipantRole;
  readonly name: string;
  /** Address or workplace. */
  readonly address: string;
  /** Identity document; of a specialist also what shows the competence. */
  readonly document: string;
}

/** What starts the time in which a matter must be registered. */
export const REGISTRATION_STARTS = ['statement', 'report', 'other'] as const;
export type RegistrationStart = (typeof REGISTRATION_STARTS)[number];

/** The time in which a matter must be registered; it runs on the clock and rolls over no day off. Timestamps. */
export interface RegistrationClock {
  readonly start: RegistrationStart;
  readonly startedAt: string;
  readonly dueAt: string;
  /** Null while it isn't registered. */
  readonly registeredAt: string | null;
}

/** What a protocol needs of a case beyond its details, as printed there. Blank strings mean "not stated". */
export interface CaseProcedure {
  /** Entry in the book of information (КУИ): its number, and its date as `2026-03-05`. */
  readonly bookNumber: string;
  readonly bookDate: string;
  /** Article of the criminal code. */
  readonly offence: string;
  /** Articles of the criminal procedure code under which the inspection is held. */
  readonly inspectionBasis: string;
  /** Somebody compared both with the law in force. */
  readonly lawChecked: boolean;
  /** Where the protocol is drawn up. */
  readonly place: string;
  readonly participants: readonly Participant[];
  readonly registration: RegistrationClock | null;
}

/** Nothing is stated yet. */
export const NO_PROCEDURE: CaseProcedure = {
  bookNumber: '',
  bookDate: '',
  offence: '',
  inspectionBasis: '',
  lawChecked: false,
  place: '',
  participants: [],
  registration: null,
};

const DAY_MS = 24 * 3_600_000;

/** The end of Kazakhstan's 24 hours (ЕРДР): a timestamp with the offset of its start. `startedAt`: timestamp. */
export function registrationDue(startedAt: string): string {
  return formatTimestamp(Date.parse(startedAt) + DAY_MS, offsetMinutesOf(startedAt));
}

/** Where a registration stands. `leftMs` until it is due, negative behind it; of one that was made, what was left then. */
export interface RegistrationState {
  readonly state: 'running' | 'overdue' | 'in-time' | 'late';
  readonly leftMs: number;
}

/** Reads a registration clock at a moment (Unix time in ms). */
export function registrationState(clock: RegistrationClock, nowMs: number): RegistrationState {
  const dueMs = Date.parse(clock.dueAt);
  if (clock.registeredAt === null) {
    return { state: nowMs <= dueMs ? 'running' : 'overdue', leftMs: dueMs - nowMs };
  }
  const leftMs = dueMs - Date.parse(clock.registeredAt);
  return { state: leftMs >= 0 ? 'in-time' : 'late', leftMs };
}

function offsetMinutesOf(timestamp: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(timestamp) ?? [];
  if (!hours || !minutes) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
