import { within } from '@/utils/domain/within';
import { runInPage } from './run-in-page';

/** How long the page may take to answer; a busy one is asked for nothing. */
const ANSWER_MS = 2_000;

/** What of some files a page shows, or would show, as it stands. */
export interface FilesInUse {
  readonly urls: ReadonlySet<string>;
  /** Whether an element wants a font that is being loaded. */
  readonly fonts: boolean;
}

/** Which of `urls` the elements of a tab's documents use; null if they don't say. Reads, changes nothing. */
export async function filesInUse(tabId: number, urls: readonly string[]): Promise<FilesInUse | null> {
  const target = { tabId, allFrames: true };
  const asked = runInPage({ target, func: findInUse, args: [[...urls]] });
  const answers = await within(
    asked.catch(() => null),
    ANSWER_MS,
  );
  const found = answers?.map(({ result }) => result as ReturnType<typeof findInUse> | undefined);
  // A frame that does not answer may be the one that wants them.
  if (!found?.every((it) => it !== undefined)) return null;
  return { urls: new Set(found.flatMap((it) => it.urls)), fonts: found.some((it) => it.fonts) };
}

/** Runs in each frame's isolated world. */
function findInUse(urls: string[]): { urls: string[]; fonts: boolean } {
  const left = new Set(urls);
  const families = [...document.fonts].filter((it) => it.status === 'loading').map((it) => it.family);
  let fonts = false;
  const look = (text: string) => {
    for (const url of left) if (text.includes(url)) left.delete(url);
  };
  const styles = ['background-image', 'border-image-source', 'list-style-image', 'content', 'mask-image'];
  const lookAt = (element: Element, part: string | null) => {
    const style = getComputedStyle(element, part);
    for (const name of styles) {
      const value = style.getPropertyValue(name);
      if (value.includes('url(')) look(value);
    }
    fonts ||= families.some((family) => style.fontFamily.includes(family));
  };
  const walk = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      for (const part of [null, '::before', '::after']) lookAt(element, part);
      const { src, currentSrc, poster } = element as HTMLVideoElement;
      for (const url of [currentSrc || src, poster]) if (typeof url === 'string') look(url);
      if (element instanceof SVGImageElement) look(new URL(element.href.baseVal, document.baseURI).href);
      const shadow = element instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(element) : null;
      if (shadow) walk(shadow);
    }
  };
  walk(document);
  return { urls: urls.filter((url) => !left.has(url)), fonts };
}
