import browser from 'webextension-polyfill';

const ORIGIN_RULE = 1;

/**
 * Takes the header `Origin` out of what the extension itself asks for. Browsers put the extension's own origin there,
 * in Firefox one that is unique to this installation. Call it before each request: the rule lasts as long as the browser.
 */
export async function hideOwnOrigin(): Promise<void> {
  const rule = {
    id: ORIGIN_RULE,
    condition: {
      initiatorDomains: [new URL(browser.runtime.getURL('')).hostname],
      resourceTypes: ['xmlhttprequest' as const],
    },
    action: {
      type: 'modifyHeaders' as const,
      requestHeaders: [{ header: 'origin', operation: 'remove' as const }],
    },
  };
  await chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds: [ORIGIN_RULE], addRules: [rule] });
}
