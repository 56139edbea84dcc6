import { addNote, markRegion, removeRegion, tagCaptures } from '@/utils/casework/annotations';
import { moveCaptures } from '@/utils/casework/cases';
import { deleteCapture, undoDeletion } from '@/utils/casework/deletion';
import { addIndicator, addWatch, markIndicator } from '@/utils/casework/indicators';
import { requireNoRestore } from '@/utils/casework/restores';
import { wipeStore } from '@/utils/casework/wipe';
import { INBOX_CASE_ID } from '@/utils/domain/case';
import { ExpectedError, toErrorRecord } from '@/utils/errors';
import type { Handlers } from '@/utils/messaging/router';
import { requireCapturable } from '@/utils/platform/capturable';
import { systemClock } from '@/utils/platform/clock';
import { resetSettings } from '@/utils/platform/settings';
import { askConfiguredAuthority } from '@/utils/platform/timestamp-authority';
import type { Store } from '@/utils/store';
import { withStoreErrors } from '@/utils/store/store-error';
import { createCaseHandlers } from './case-handlers';
import { createImportHandlers } from './import-handlers';
import type { Services } from './services';

/** What each message of our own pages sets off. */
export function createHandlers(store: Store, services: Services): Handlers {
  const context = { store, clock: systemClock };
  return {
    async capturePage(input) {
      const { id } = await services.startCapture(input);
      return { activityId: id };
    },
    ...createCaseHandlers(context),
    async moveCaptures({ captureIds, caseId }) {
      await withStoreErrors(() => moveCaptures(context, captureIds, caseId));
      return {};
    },
    async tagCaptures(input) {
      await withStoreErrors(() => tagCaptures(context, input));
      return {};
    },
    async addNote(input) {
      const noteId = crypto.randomUUID();
      await withStoreErrors(() => addNote(context, noteId, input));
      return { noteId };
    },
    async markRegion(input) {
      const regionId = crypto.randomUUID();
      await withStoreErrors(() => markRegion(context, regionId, input));
      return { regionId };
    },
    async removeRegion(input) {
      await withStoreErrors(() => removeRegion(context, input));
      return {};
    },
    async deleteCapture(input) {
      await withStoreErrors(() => deleteCapture(context, input));
      services.eraseLater();
      return {};
    },
    async undoDeletion({ captureId }) {
      await withStoreErrors(() => undoDeletion(context, captureId));
      return {};
    },
    async recordBackup(data) {
      const event = {
        case: INBOX_CASE_ID,
        time: systemClock.timestamp(),
        kind: 'backup-created',
        data,
      } as const;
      await withStoreErrors(() => store.journal.append(event));
      return {};
    },
    async wake() {
      return {};
    },
    async wipeStore() {
      await withStoreErrors(() => wipeStore(context));
      await resetSettings();
      return {};
    },
    async markIndicator(input) {
      await withStoreErrors(() => markIndicator(context, input));
      return {};
    },
    async addIndicator(input) {
      return { value: await withStoreErrors(() => addIndicator(context, input)) };
    },
    async addWatch(input) {
      await withStoreErrors(() => requireNoRestore(store));
      const { id } = await withStoreErrors(() => addWatch(context, crypto.randomUUID(), input));
      return { watchId: id };
    },
    async removeWatch({ watchId }) {
      await withStoreErrors(() => store.indicators.removeWatch(watchId));
      return {};
    },
    async exportCase(input) {
      const { id } = await withStoreErrors(() => services.startExport(input));
      return { activityId: id };
    },
    async askAuthority({ query }) {
      return { answer: await askConfiguredAuthority(query) };
    },
    async cancelExport({ activityId }) {
      await withStoreErrors(() => services.cancelExport(activityId));
      return {};
    },
    ...createImportHandlers(services),
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
