import { press } from '../../e2e/harness/index.mjs';

/**
 * Presses the popup's button to capture. `ms`: what the operative waits, from the click until the popup says that the
 * capture is saved, by the popup's own clock.
 * @param {import('puppeteer-core').Page} popup
 * @param {number} patienceMs
 * @returns {Promise<{ state: 'done' | 'failed', ms: number }>}
 */
export async function pressTimed(popup, patienceMs) {
  const timed = await popup.evaluateHandle(() => {
    const times = {};
    const isSaved = () =>
      document.querySelector('[data-testid="capture-status"][data-state="done"]') !== null;
    const observer = new MutationObserver(() => {
      if (times.clicked === undefined || !isSaved()) return;
      times.saved = performance.now();
      observer.disconnect();
    });
    // The event says when the click was, however busy the page is when it hears of it.
    const hear = ({ timeStamp }) => {
      times.clicked = timeStamp;
      observer.observe(document, { subtree: true, childList: true, attributeFilter: ['data-state'] });
    };
    addEventListener('click', hear, { once: true, capture: true });
    return times;
  });
  const state = await press(popup, 'capture-page', 'capture-status', patienceMs);
  const { clicked, saved } = await timed.jsonValue();
  return { state, ms: Math.round(saved - clicked) };
}
