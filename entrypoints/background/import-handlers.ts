import type { Handlers } from '@/utils/messaging/router';
import { takeFile } from '@/utils/platform/file-transfer';
import { withStoreErrors } from '@/utils/store/store-error';
import type { Services } from './services';

/** Taking bundles into the casebook. */
export function createImportHandlers(services: Services): Pick<Handlers, 'importBundle' | 'cancelImport'> {
  return {
    async importBundle({ transferId, by }) {
      const file = await takeFile(transferId);
      const { id } = await withStoreErrors(() => services.startImport({ file, by }));
      return { activityId: id };
    },
    cancelImport({ activityId }) {
      services.cancelImport(activityId);
      return {};
    },
  };
}
