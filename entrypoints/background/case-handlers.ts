import { archiveCase } from '@/utils/casework/archive';
import { createCase, updateCase } from '@/utils/casework/cases';
import { updateProcedure } from '@/utils/casework/procedure';
import { requireNoRestore } from '@/utils/casework/restores';
import type { Clock } from '@/utils/domain/time';
import type { Handlers } from '@/utils/messaging/router';
import type { Store } from '@/utils/store';
import { withStoreErrors } from '@/utils/store/store-error';

type CaseHandlers = Pick<Handlers, 'createCase' | 'updateCase' | 'updateProcedure' | 'archiveCase'>;

/** The messages about a case as a whole. */
export function createCaseHandlers(context: { readonly store: Store; readonly clock: Clock }): CaseHandlers {
  return {
    async createCase(details) {
      await withStoreErrors(() => requireNoRestore(context.store));
      const { id } = await withStoreErrors(() => createCase(context, crypto.randomUUID(), details));
      return { caseId: id };
    },
    async updateCase({ caseId, details }) {
      await withStoreErrors(() => updateCase(context, caseId, details));
      return {};
    },
    async updateProcedure({ caseId, procedure }) {
      await withStoreErrors(() => updateProcedure(context, caseId, procedure));
      return {};
    },
    async archiveCase({ caseId, isArchived }) {
      await withStoreErrors(() => archiveCase(context, caseId, isArchived));
      return {};
    },
  };
}
