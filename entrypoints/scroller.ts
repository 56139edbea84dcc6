import { defineUnlistedScript } from '#imports';
import { createScroller } from '@/utils/snapshot/scroller';

/** What Firefox gives content scripts; Chromium has `chrome.dom` for it. */
type FirefoxElement = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/** Run in a page's top frame when the operative wants it scrolled; leaves `osmotrScroller` in its world. */
export default defineUnlistedScript(() => {
  const isFirefox = 'openOrClosedShadowRoot' in Element.prototype;
  const shadowOf = (element: Element): ShadowRoot | null =>
    isFirefox
      ? ((element as FirefoxElement).openOrClosedShadowRoot ?? null)
      : chrome.dom.openOrClosedShadowRoot(element as HTMLElement);
  const now = () => performance.now();
  Object.assign(globalThis, { osmotrScroller: createScroller({ shadowOf, now }) });
});
