/* These run in a page of the extension: each is sent there whole, so none of them can call another. */

/** Milliseconds from the page's own navigation until a selector finds something, as its own clock has them. */
export function timeUntil(selector) {
  return new Promise((resolve) => {
    const observer = new MutationObserver(look);
    function look() {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      resolve(performance.now());
    }
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    look();
  });
}

/** Goes to a place in the casebook; milliseconds until a selector finds something there and it has been painted. */
export function followHash(hash, selector) {
  return new Promise((resolve) => {
    const begun = performance.now();
    const isThere = () => location.hash === hash && document.querySelector(selector);
    const observer = new MutationObserver(look);
    function look() {
      if (!isThere()) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - begun));
    }
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    location.hash = hash;
    look();
  });
}

/**
 * Puts a text into a field; milliseconds until `data-<name>` of a status element has followed it, nothing is busy, all
 * pictures stand, and nothing changes for three frames.
 */
export function timeTyping(field, [status, name], text) {
  const input = document.querySelector(field);
  const said = () => document.querySelector(`[data-testid="${status}"]`)?.getAttribute(`data-${name}`);
  return new Promise((resolve) => {
    const begun = performance.now();
    let last = begun;
    let quiet = 0;
    const observer = new MutationObserver(() => {
      last = performance.now();
      quiet = 0;
    });
    observer.observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true });
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    const look = () => {
      quiet += 1;
      const isBusy = document.querySelector('main [aria-busy="true"]') !== null;
      const isBare = Array.from(document.querySelectorAll('main img')).some((picture) => !picture.complete);
      if (isBusy || isBare) {
        last = performance.now();
        quiet = 0;
      }
      if (quiet < 3 || !said()) return requestAnimationFrame(look);
      observer.disconnect();
      return resolve(last - begun);
    };
    requestAnimationFrame(look);
  });
}

/** The id of the first capture that is listed. */
export function hashIn(page) {
  return page.$eval('[data-testid="capture-row"]', (row) => row.getAttribute('data-capture'));
}
