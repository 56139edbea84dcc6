import browser from 'webextension-polyfill';
import { drawPage } from '@/utils/capture/draw-page';
import { composeExport } from '@/utils/export/compose-export';
import type { Store } from '@/utils/store';
import type { DomHost } from './dom-host';

/** The host where the caller itself has a document. */
export function createLocalHost(store: Store): DomHost {
  return {
    draw: drawPage,
    async compose(order, onProgress, signal) {
      const { blob, ...composed } = await composeExport(store, order, { readVerifier, onProgress, signal });
      return { ...composed, url: URL.createObjectURL(blob) };
    },
    async release(url) {
      URL.revokeObjectURL(url);
    },
  };
}

/** A file of this extension, which the build made. */
async function readVerifier(): Promise<string> {
  const response = await fetch(browser.runtime.getURL('/verify.html'));
  if (!response.ok) throw new Error(`verify.html: ${response.status}`);
  return response.text();
}
