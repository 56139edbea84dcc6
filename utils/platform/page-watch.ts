import type { CaptureTarget } from '@/utils/capture/ports';
import type { PageEvents } from '@/utils/domain/capture';
import type { Obtained } from '@/utils/domain/network';
import { within } from '@/utils/domain/within';
import { errorText } from '@/utils/errors';
import { runInPage } from './run-in-page';

/** How long a page may take to tell its counts; a busy one is left alone. */
const ANSWER_MS = 3_000;

/** Longer than any capture: a watch that nobody stops ends by itself. */
const WATCH_MS = 600_000;

/** Where the counting stands in the extension's own world of a frame. */
interface WatchedWorld {
  osmotrWatch?: { stop(): PageEvents };
}

/**
 * Counts in all frames of a tab what its documents are given to notice. It listens in the extension's isolated
 * world, where the page can't see it, and is gone when the capture is over. Shadow trees count too, closed ones and those
 * that come meanwhile; but for one that an element gets which was there before.
 */
export function watchPage({ tabId }: CaptureTarget): { stop(): Promise<Obtained<PageEvents>> } {
  const target = { tabId, allFrames: true };
  const started = runInPage({ target, func: startWatch, args: [WATCH_MS] }).then(() => null, errorText);
  const ask = async (): Promise<Obtained<PageEvents>> => {
    const refused = await started;
    if (refused !== null) return { value: null, reason: refused };
    const answers = await runInPage({ target, func: stopWatch });
    const counts = answers.map(({ result }) => parseEvents(result)).filter((it) => it !== null);
    if (counts.length === 0) return { value: null, reason: 'the page that was watched is gone' };
    return { value: counts.reduce(addEvents) };
  };
  let stopped: Promise<Obtained<PageEvents>> | undefined;
  return {
    stop() {
      const answer = () => ask().catch((thrown) => ({ value: null, reason: errorText(thrown) }));
      stopped ??= within(answer(), ANSWER_MS).then(
        (counts) => counts ?? { value: null, reason: 'the page did not answer' },
      );
      return stopped;
    },
  };
}

/** Runs in each frame's isolated world: listens, changes nothing. */
function startWatch(longestMs: number): void {
  const world = globalThis as WatchedWorld;
  world.osmotrWatch?.stop();
  const counts = { mutations: 0, scrolls: 0, resizes: 0, focusChanges: 0 };
  const listening = new AbortController();
  const listen = (source: EventTarget, type: string, what: keyof typeof counts, capture = false) =>
    source.addEventListener(
      type,
      () => {
        counts[what] += 1;
      },
      { signal: listening.signal, capture, passive: true },
    );
  const isFirefox = 'openOrClosedShadowRoot' in Element.prototype;
  const shadowOf = (element: Element): ShadowRoot | null => {
    if (isFirefox) {
      return (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? null;
    }
    // Chromium's own call throws for what is no HTML element.
    return element instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(element) : null;
  };
  const take = (records: readonly MutationRecord[]) => {
    counts.mutations += records.length;
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element) watchShadows(node);
    }
  };
  const observer = new MutationObserver(take);
  const watched = new WeakSet<Node>();
  // Neither a mutation nor a scroll in a shadow tree leaves it.
  const watchTree = (root: Document | ShadowRoot) => {
    if (watched.has(root)) return;
    watched.add(root);
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    listen(root === document ? window : root, 'scroll', 'scrolls', true);
    for (const element of root.querySelectorAll('*')) watchShadow(element);
  };
  const watchShadow = (element: Element) => {
    const shadow = shadowOf(element);
    if (shadow) watchTree(shadow);
  };
  const watchShadows = (element: Element) => {
    watchShadow(element);
    for (const inner of element.querySelectorAll('*')) watchShadow(inner);
  };
  watchTree(document);
  listen(window, 'resize', 'resizes');
  listen(window, 'focus', 'focusChanges');
  listen(window, 'blur', 'focusChanges');
  listen(document, 'visibilitychange', 'focusChanges');
  const stop = () => {
    take(observer.takeRecords());
    observer.disconnect();
    listening.abort();
    clearTimeout(timer);
    delete world.osmotrWatch;
    return counts;
  };
  const timer = setTimeout(stop, longestMs);
  world.osmotrWatch = { stop };
}

/** Runs there too. */
function stopWatch(): PageEvents | null {
  return (globalThis as WatchedWorld).osmotrWatch?.stop() ?? null;
}

function parseEvents(value: unknown): PageEvents | null {
  if (typeof value !== 'object' || value === null) return null;
  const { mutations, scrolls, resizes, focusChanges } = value as Record<string, unknown>;
  const isCount = (it: unknown): it is number => Number.isSafeInteger(it) && Number(it) >= 0;
  if (!isCount(mutations) || !isCount(scrolls) || !isCount(resizes) || !isCount(focusChanges)) return null;
  return { mutations, scrolls, resizes, focusChanges };
}

function addEvents(one: PageEvents, two: PageEvents): PageEvents {
  return {
    mutations: one.mutations + two.mutations,
    scrolls: one.scrolls + two.scrolls,
    resizes: one.resizes + two.resizes,
    focusChanges: one.focusChanges + two.focusChanges,
  };
}
