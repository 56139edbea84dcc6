import type { Capture } from './capture';
import { type Case, OFFICIAL_FIELDS, type Official } from './case';
import { NO_PROCEDURE, type Participant } from './procedure';

/** All Kazakhstan keeps this offset since 1 March 2024, minutes east of UTC. */
export const KAZAKHSTAN_OFFSET_MINUTES = 300;

/** Attesting witnesses that the law of Uzbekistan asks for. */
const UZBEKISTAN_WITNESSES = 2;

/** Something that a protocol of inspection needs and the case doesn't have. `count`: how many of them. */
export type ProtocolGap =
  | {
      readonly code:
        | 'register-number'
        | 'book-entry'
        | 'offence'
        | 'inspection-basis'
        | 'law-unchecked'
        | 'place'
        | 'no-captures'
        | 'specialist'
        | 'clock-zone';
    }
  | { readonly code: 'official'; readonly fields: readonly (keyof Official)[] }
  | { readonly code: 'witnesses' | 'person-details' | 'incomplete-captures'; readonly count: number };

/**
 * What is missing for a protocol, in the order in which a protocol needs it. `utcOffsetMinutes`: of this computer.
 * Nothing here keeps a case from being exported.
 */
export function protocolGaps(
  matter: Case,
  captures: readonly Pick<Capture, 'complete'>[],
  utcOffsetMinutes: number,
): ProtocolGap[] {
  const procedure = matter.procedure ?? NO_PROCEDURE;
  const { bookNumber, bookDate, offence, inspectionBasis, place, participants } = procedure;
  const isCited = offence !== '' || inspectionBasis !== '';
  const isKazakhstan = matter.jurisdiction === 'kz';
  const fields = OFFICIAL_FIELDS.filter((field) => matter[field] === '');
  const incomplete = captures.filter(({ complete }) => !complete).length;
  const gaps: (ProtocolGap | false)[] = [
    matter.registerNumber === '' && { code: 'register-number' },
    isKazakhstan && (bookNumber === '' || bookDate === '') && { code: 'book-entry' },
    offence === '' && { code: 'offence' },
    inspectionBasis === '' && { code: 'inspection-basis' },
    isCited && !procedure.lawChecked && { code: 'law-unchecked' },
    place === '' && { code: 'place' },
    fields.length > 0 && { code: 'official', fields },
    ...(isKazakhstan ? [] : gapsOfUzbekistan(participants)),
    personGap(participants),
    captures.length === 0 && { code: 'no-captures' },
    incomplete > 0 && { code: 'incomplete-captures', count: incomplete },
    isKazakhstan && utcOffsetMinutes !== KAZAKHSTAN_OFFSET_MINUTES && { code: 'clock-zone' },
  ];
  return gaps.filter((gap) => gap !== false);
}

// In Kazakhstan technical means are the rule and witnesses the exception (art. 220 of its procedure code).
function gapsOfUzbekistan(participants: readonly Participant[]): (ProtocolGap | false)[] {
  const count = UZBEKISTAN_WITNESSES - participants.filter(({ role }) => role === 'witness').length;
  const hasSpecialist = participants.some(({ role }) => role === 'specialist');
  return [count > 0 && { code: 'witnesses', count }, !hasSpecialist && { code: 'specialist' }];
}

function personGap(participants: readonly Participant[]): ProtocolGap | false {
  const count = participants.filter(
    ({ name, address, document }) => name === '' || address === '' || document === '',
  ).length;
  return count > 0 && { code: 'person-details', count };
}
