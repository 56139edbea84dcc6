import browser, { type Scripting } from 'webextension-polyfill';

/**
 * Runs a script in the extension's own world of a tab's documents, as they stand. By default browsers wait until each of
 * them is read to its end: a page whose last part never comes, or one frame that was taken away, would be awaited for
 * good, and with it all the others.
 */
export function runInPage(injection: Scripting.ScriptInjection): Promise<Scripting.InjectionResult[]> {
  return browser.scripting.executeScript({ injectImmediately: true, ...injection });
}
