import { drawPage } from '@/utils/capture/draw-page';
import { composeExport } from '@/utils/export/compose-export';
import type { Store } from '@/utils/store';
import type { DomHost } from './dom-host';

/** The host where the caller itself has a document. */
export function createLocalHost(store: Store): DomHost {
  return {
    draw: drawPage,
    async compose(order, onProgress) {
      const { blob, ...composed } = await composeExport(store, order, onProgress);
      return { ...composed, url: URL.createObjectURL(blob) };
    },
    async release(url) {
      URL.revokeObjectURL(url);
    },
  };
}
