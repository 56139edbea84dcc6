import { createCase, moveCapture, updateCase } from '@/utils/casework/cases';
import { ExpectedError, toErrorRecord } from '@/utils/errors';
import type { Handlers } from '@/utils/messaging/router';
import { requireCapturable } from '@/utils/platform/capturable';
import { systemClock } from '@/utils/platform/clock';
import type { Store } from '@/utils/store';
import { withStoreErrors } from '@/utils/store/store-error';
import type { Services } from './services';

/** What each message of our own pages sets off. */
export function createHandlers(store: Store, services: Services): Handlers {
  const context = { store, clock: systemClock };
  return {
    async capturePage(input) {
      const { id } = await services.startCapture(input);
      return { activityId: id };
    },
    async createCase(details) {
      const { id } = await withStoreErrors(() => createCase(context, crypto.randomUUID(), details));
      return { caseId: id };
    },
    async updateCase({ caseId, details }) {
      await withStoreErrors(() => updateCase(context, caseId, details));
      return {};
    },
    async moveCapture({ captureId, caseId }) {
      await withStoreErrors(() => moveCapture(context, captureId, caseId));
      return {};
    },
    async exportCase({ caseId }) {
      const { id } = await withStoreErrors(() => services.startExport(caseId));
      return { activityId: id };
    },
    async inspectTab({ tabId }) {
      try {
        await requireCapturable(tabId);
        return { reason: null };
      } catch (thrown) {
        if (thrown instanceof ExpectedError) return { reason: toErrorRecord(thrown) };
        throw thrown;
      }
    },
  };
}
