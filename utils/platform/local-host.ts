import browser from 'webextension-polyfill';
import { drawPage } from '@/utils/capture/draw-page';
import { composeExport } from '@/utils/export/compose-export';
import type { AskAuthority } from '@/utils/export/obtain-timestamp';
import type { Store } from '@/utils/store';
import type { DomHost } from './dom-host';

/** The host where the caller itself has a document. `askAuthority`: how a timestamp query leaves from there. */
export function createLocalHost(store: Store, askAuthority: AskAuthority): DomHost {
  return {
    draw: drawPage,
    async compose(order, onProgress, signal) {
      const { blob, ...composed } = await composeExport(store, order, {
        readVerifier,
        askAuthority,
        onProgress,
        signal,
      });
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
