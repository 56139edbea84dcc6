import browser from 'webextension-polyfill';
import type { CapturePorts } from '@/utils/capture/ports';
import { keepInBlobs, keepInFiles } from './aside';
import { systemClock } from './clock';
import type { DomHost } from './dom-host';
import { readCached, snapshotFrames } from './frames';
import { saveMhtml } from './mhtml-chromium';
import { readNetworkFacts } from './network-log';
import { probePage } from './page-probe';
import { openScroll } from './page-scroll';
import { watchPage } from './page-watch';
import { photographByClips } from './pictures-chromium';
import { photographByRects, photographWindow } from './pictures-firefox';
import { refetch } from './refetch';
import { readSoftware } from './software';
import { bringToFront, photographVisibleTab } from './viewport-chromium';

interface Parts {
  readonly host: DomHost;
  readonly ownRequests: () => number;
}

/** What a capture asks of this browser, by its own means. */
export function createCapturePorts({ host, ownRequests }: Parts): CapturePorts {
  const shared = {
    clock: systemClock,
    probe: probePage,
    frames: snapshotFrames,
    cached: readCached,
    refetch,
    scroll: openScroll,
    draw: host.draw,
    network: readNetworkFacts,
    watch: watchPage,
    ownRequests,
    software: readSoftware,
    zoom: ({ tabId }: { tabId: number }) => browser.tabs.getZoom(tabId),
  };
  return import.meta.env.FIREFOX
    ? {
        ...shared,
        bringToFront: async () => null,
        viewport: photographWindow,
        mhtml: null,
        photograph: photographByRects,
        openAside: keepInFiles,
      }
    : {
        ...shared,
        bringToFront,
        viewport: photographVisibleTab,
        mhtml: saveMhtml,
        photograph: photographByClips,
        openAside: keepInBlobs,
      };
}
