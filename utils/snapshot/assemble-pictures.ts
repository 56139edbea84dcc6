import type { Assembly } from './assemble-state';
import type { FrameSnapshot, UrlPart } from './frame-snapshot';

/** Shorter `data:` URLs are simply repeated. */
const SHARE_FROM = 2048;
/** One pixel: without a `src` that loads, Chromium shows the `alt` text. */
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
/** Number of the document's own tree; a shadow tree does not see the document's rules. */
const DOCUMENT_SCOPE = 1;

/** Pictures that a document shows more than once, such as avatars and icons: their bytes stand in it once. */
export interface SharedPictures {
  /** The attribute that stands for the picture; null if it is not shared. */
  attribute(part: UrlPart): string | null;
  /** A rule for each: `content` makes an `img` show it as `src` would. */
  rules(): string;
}

/** Counts the pictures of one frame. */
export function createSharedPictures(assembly: Assembly, frame: FrameSnapshot): SharedPictures {
  const counts = new Map<string, number>();
  for (const part of frame.parts) {
    if (typeof part !== 'string' && isShareable(part)) counts.set(part.url, (counts.get(part.url) ?? 0) + 1);
  }
  const numbers = new Map<string, number>();
  return {
    attribute(part) {
      if (!isShareable(part) || (counts.get(part.url) ?? 0) < 2) return null;
      const resource = assembly.find(part.url);
      if (!resource || resource.urlLength < SHARE_FROM) return null;
      const number = numbers.get(part.url) ?? numbers.size + 1;
      numbers.set(part.url, number);
      return ` src="${PIXEL}" data-osmotr-picture="${number}"${resource.pixels ? ' data-osmotr-pixels="src"' : ''}`;
    },
    rules: () =>
      Array.from(numbers, ([url, number]) => {
        const data = assembly.find(url)?.dataUrl() ?? '';
        return `img[data-osmotr-picture="${number}"]{content:url("${data}")!important}`;
      }).join(''),
  };
}

function isShareable(part: { readonly k: string }): part is UrlPart {
  const { k, attr, kind, scope, broken, left, url } = part as UrlPart;
  return (
    k === 'url' &&
    attr === 'src' &&
    kind === 'img' &&
    scope === DOCUMENT_SCOPE &&
    !broken &&
    !left &&
    !url.includes('#')
  );
}
