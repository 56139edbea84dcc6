import { defineUnlistedScript } from '#imports';
import { createCacheReader } from '@/utils/snapshot/read-cached';
import { serializeFrame } from '@/utils/snapshot/serialize';

/** What Firefox gives content scripts; Chromium has `chrome.dom` for it. */
type FirefoxElement = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/** Run in every frame on demand; its result is the frame's `FrameSnapshot`. Leaves `osmotr.readCached` in its world. */
export default defineUnlistedScript(() => {
  const isFirefox = 'openOrClosedShadowRoot' in Element.prototype;
  const shadowOf = (element: Element): ShadowRoot | null =>
    isFirefox
      ? ((element as FirefoxElement).openOrClosedShadowRoot ?? null)
      : chrome.dom.openOrClosedShadowRoot(element as HTMLElement);
  const pictures = new Map<string, HTMLImageElement>();
  // Firefox 153 enters a cached read in the page's Resource Timing, Chromium 156 does not.
  const fetches = !isFirefox;
  const readCached = createCacheReader(pictures, { fetches });
  Object.assign(globalThis, { osmotr: { readCached } });
  return serializeFrame({ shadowOf, pictures, fetches });
});
