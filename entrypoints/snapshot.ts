import { defineUnlistedScript } from '#imports';
import { createCacheReader } from '@/utils/snapshot/read-cached';
import { serializeFrame } from '@/utils/snapshot/serialize';

/** Firefox gives content scripts closed shadow roots by a method of the element, Chromium by `chrome.dom`. */
function shadowOf(element: Element): ShadowRoot | null {
  if ('openOrClosedShadowRoot' in element) return element.openOrClosedShadowRoot as ShadowRoot | null;
  return chrome.dom.openOrClosedShadowRoot(element as HTMLElement);
}

/** Run in every frame on demand; its result is the frame's `FrameSnapshot`. Leaves `osmotr.readCached` in its world. */
export default defineUnlistedScript(() => {
  const pictures = new Map<string, HTMLImageElement>();
  const snapshot = serializeFrame(shadowOf, pictures);
  Object.assign(globalThis, { osmotr: { readCached: createCacheReader(pictures) } });
  return snapshot;
});
