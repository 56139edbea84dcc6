import browser from 'webextension-polyfill';
import { drawPage } from '@/utils/capture/draw-page';
import { composeExport } from '@/utils/export/compose-export';
import type { ExportFile } from '@/utils/export/export-file';
import type { AskAuthority } from '@/utils/export/obtain-timestamp';
import type { Store } from '@/utils/store';
import type { DomHost } from './dom-host';
import { createPrivateFile } from './private-files';

interface Options {
  /** How a timestamp query leaves from there. */
  readonly askAuthority: AskAuthority;
  /** As in `ComposePorts`. */
  readonly writesFiles: boolean;
}

/** The host where the caller itself has a document. */
export function createLocalHost(store: Store, { askAuthority, writesFiles }: Options): DomHost {
  const files = new Map<string, ExportFile>();
  return {
    draw: drawPage,
    async compose(order, onProgress, signal) {
      const ports = {
        readVerifier,
        askAuthority,
        createFile: (bytes: number) => createPrivateFile(bytes, 'exports'),
        writesFiles,
        onProgress,
        signal,
      };
      const { content, file, ...composed } = await composeExport(store, order, ports);
      const url = URL.createObjectURL(content);
      if (file) files.set(url, file);
      return { ...composed, url };
    },
    async release(url) {
      URL.revokeObjectURL(url);
      await files.get(url)?.discard();
      files.delete(url);
    },
  };
}

/** A file of this extension, which the build made. */
async function readVerifier(): Promise<string> {
  const response = await fetch(browser.runtime.getURL('/verify.html'));
  if (!response.ok) throw new Error(`verify.html: ${response.status}`);
  return response.text();
}
