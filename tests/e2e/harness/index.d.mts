import type { Browser, ElementHandle, Page } from 'puppeteer-core';

export interface LaunchOptions {
  executablePath: string;
  /** The built extension. */
  extensionDir: string;
  /** Absolute; the browser's downloads go there. */
  downloadDir: string;
  /** Default true. */
  headless?: boolean;
  /** A profile to keep, so that a second start finds what the first one stored; default: a throw-away one. */
  profileDir?: string;
  /** Sites may have certificates that nobody vouches for. */
  acceptInsecureCerts?: boolean;
  /** Height of the window, default 900. */
  height?: number;
  /** Nothing but loopback can be reached. */
  offline?: boolean;
  /** Firefox alone: permanent private browsing, as Tor Browser has it. */
  privateBrowsing?: boolean;
  /** Device pixels for a CSS pixel, as a screen of that density has them; default: the machine's own. */
  density?: number;
  /** Firefox with a process for each site, as it is for its users; the driver usually turns that off. */
  siteIsolation?: boolean;
}

export interface DrivenBrowser {
  kind: 'chromium' | 'firefox';
  browser: Browser;
  /** `chrome-extension://…` or `moz-extension://…`, no slash at the end. */
  extensionOrigin: string;
  downloadDir: string;
  /** Brings the page's tab to the front and clicks the toolbar button; the popup as a page. */
  openPopup(page: Page): Promise<Page>;
  /** Closes the popup, if there is one, as a click elsewhere would. Never call `close()` on the popup's page. */
  closePopup(): Promise<void>;
  /** Opens a page of the extension in a tab of its own, e.g. `casebook.html`. */
  openExtensionPage(path: string): Promise<Page>;
  /** Stops the service worker (Chromium) or event page (Firefox) at once; an event starts it again. */
  stopBackground(): Promise<void>;
  /** Firefox alone: answers the question of a `permissions.request`. Chromium's is no page, and headless shows none. */
  answerQuestion?(isAllowed: boolean): Promise<void>;
  /** Kills the browser's main process: nothing is saved any more. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export function launchChromium(options: LaunchOptions): Promise<DrivenBrowser>;
export function launchFirefox(options: LaunchOptions): Promise<DrivenBrowser>;
/** The element with a `data-testid`, once it is there and visible. */
export function byTestId(page: Page, id: string): Promise<ElementHandle<Element>>;
/** Waits until the element has one of these in `data-state`; says which. */
export function waitForState<State extends string>(
  page: Page,
  id: string,
  states: State | State[],
  timeout?: number,
): Promise<State>;
/**
 * Presses a button and waits until the work that it starts has ended: first `working`, then `done` or `failed`
 * in the status element, whatever it said before.
 */
export function press(
  page: Page,
  button: string,
  status: string,
  timeout?: number,
): Promise<'done' | 'failed'>;
/** Call it before the click that makes the file, then await `file`: the path of the finished file (a .zip unless told). */
export function expectDownload(
  dir: string,
  timeout?: number,
  ending?: string,
): Promise<{ file: Promise<string> }>;
