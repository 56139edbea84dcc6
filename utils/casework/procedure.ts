import * as v from 'valibot';
import {
  type CaseProcedure,
  NO_PROCEDURE,
  PARTICIPANT_ROLES,
  REGISTRATION_STARTS,
} from '@/utils/domain/procedure';
import type { Clock } from '@/utils/domain/time';
import { ExpectedError } from '@/utils/errors';
import type { Store } from '@/utils/store';
import { openCase } from './cases';

const MOST_PARTICIPANTS = 100;

const line = v.pipe(v.string(), v.trim(), v.maxLength(500));
const moment = v.pipe(v.string(), v.isoTimestamp());

const changeSchema = v.partial(
  v.object({
    bookNumber: line,
    bookDate: v.union([v.literal(''), v.pipe(v.string(), v.isoDate())]),
    offence: line,
    inspectionBasis: line,
    lawChecked: v.boolean(),
    place: line,
    participants: v.pipe(
      v.array(v.object({ role: v.picklist(PARTICIPANT_ROLES), name: line, address: line, document: line })),
      v.maxLength(MOST_PARTICIPANTS),
    ),
    registration: v.nullable(
      v.object({
        start: v.picklist(REGISTRATION_STARTS),
        startedAt: moment,
        dueAt: moment,
        registeredAt: v.nullable(moment),
      }),
    ),
  }),
);

interface Context {
  readonly store: Store;
  readonly clock: Clock;
}

/** Changes what is given of what a protocol needs of a case; the journal keeps both the old and the new. Throws `invalid-case`. */
export async function updateProcedure({ store, clock }: Context, id: string, input: unknown): Promise<void> {
  const parsed = v.safeParse(changeSchema, input);
  if (!parsed.success) {
    throw new ExpectedError('invalid-case', { field: String(parsed.issues[0].path?.[0]?.key ?? '') });
  }
  const time = clock.timestamp();
  await store.db.transaction('rw', store.db.cases, store.db.journal, async () => {
    const matter = await openCase(store, id);
    const before = matter.procedure ?? NO_PROCEDURE;
    const procedure: CaseProcedure = { ...before, ...parsed.output };
    await store.cases.put({ ...matter, procedure, updatedAt: time });
    const data = { before: journaled(before), after: journaled(procedure) };
    await store.journal.append({ case: id, time, kind: 'procedure-updated', data });
  });
}

// Members one by one: an interface is no index of JSON values.
function journaled({ participants, registration, ...texts }: CaseProcedure) {
  return {
    ...texts,
    participants: participants.map((person) => ({ ...person })),
    registration: registration && { ...registration },
  };
}
