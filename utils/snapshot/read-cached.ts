import { detachedCanvas } from './serialize-access';

/** Bytes that the browser still holds for a URL. `base64` without line breaks. */
export interface CachedResource {
  readonly url: string;
  readonly mediaType: string;
  readonly base64: string;
  /** True: a PNG drawn from the picture on the page, not the file that the site sent. */
  readonly pixels?: boolean;
}

/** Why a URL's bytes are not to be had without asking the site. */
export interface UncachedResource {
  readonly url: string;
  readonly reason: string;
}

/** `fetches`: ask the HTTP cache. False where that shows in the page's Resource Timing (Firefox): then only pixels are read. */
export interface ReadOptions {
  readonly fetches: boolean;
}

/** `options` stand above those with which the reader was made. */
export type CacheReader = (
  urls: readonly string[],
  options?: ReadOptions,
) => Promise<(CachedResource | UncachedResource)[]>;

/** Above this, a resource is left where it is, so that a worker is not filled by one page. */
const BYTE_LIMIT = 64 * 1024 * 1024;
/** How long the cache may take to answer: it holds back what the page itself is still waiting for. */
const CACHE_MS = 2_000;
/** And then to give a file's bytes. */
const BODY_MS = 10_000;
/** Read at a time: encoding takes another thread than drawing. */
const AT_ONCE = 4;
/** Pictures of more pixels are drawn smaller: a PNG of a large photograph is many times its JPEG. */
const PIXEL_LIMIT = 4_000_000;

/**
 * Reads resources of this frame from the HTTP cache, `blob:` URLs from memory, and `pictures` (elements by
 * URL) by their pixels; never asks the network. Runs in the frame's isolated world. `only-if-cached` works for
 * the frame's own origin alone (Fetch, 5.4). `usual.fetches` is true where a page can't see such a read.
 */
export function createCacheReader(
  pictures: ReadonlyMap<string, HTMLImageElement>,
  usual: ReadOptions,
): CacheReader {
  return async (urls, { fetches } = usual) => {
    const answers: (CachedResource | UncachedResource)[] = [];
    let next = 0;
    const readOn = async () => {
      for (let at = next++; at < urls.length; at = next++) {
        const url = urls[at] ?? '';
        const picture = pictures.get(url);
        if (picture && !picture.complete) {
          answers[at] = { url, reason: 'the page had not loaded it yet' };
          continue;
        }
        const answer = fetches
          ? await readOne(url, usual.fetches)
          : { url, reason: 'the page would see it being read' };
        answers[at] = ('reason' in answer && picture && (await readPixels(url, picture))) || answer;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, readOn));
    return answers;
  };
}

async function readPixels(url: string, image: HTMLImageElement): Promise<CachedResource | null> {
  const { naturalWidth, naturalHeight } = image;
  if (naturalWidth === 0) return null;
  const scale = Math.min(1, Math.sqrt(PIXEL_LIMIT / (naturalWidth * naturalHeight)));
  const [width, height] = [Math.ceil(naturalWidth * scale), Math.ceil(naturalHeight * scale)];
  const canvas = detachedCanvas(document, width, height);
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(image, 0, 0, width, height);
  try {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) return null;
    return { url, mediaType: 'image/png', base64: await blobToBase64(blob), pixels: true };
  } catch (error) {
    // Another site's picture taints the canvas: its pixels are not ours to read.
    if (error instanceof DOMException && error.name === 'SecurityError') return null;
    throw error;
  }
}

function hasServiceWorker(): boolean {
  try {
    return Boolean(navigator.serviceWorker?.controller);
  } catch {
    // A sandboxed document may not ask, and has none.
    return false;
  }
}

async function readOne(url: string, quiet: boolean): Promise<CachedResource | UncachedResource> {
  const answer = await fetchFromCache(url, quiet);
  if ('reason' in answer) return { url, reason: answer.reason };
  const { blob, mediaType } = answer;
  if (blob.size > BYTE_LIMIT) return { url, reason: `larger than ${BYTE_LIMIT} bytes` };
  return { url, mediaType, base64: await blobToBase64(blob) };
}

/**
 * What the HTTP cache, or memory for `blob:` URLs, has for a URL of this frame; never asks the network. Not
 * `quiet` is Firefox, where the page's service worker hears of a content script's fetch: then it is not asked.
 */
export async function fetchFromCache(
  url: string,
  quiet: boolean,
): Promise<{ blob: Blob; mediaType: string } | { reason: string }> {
  const { protocol, origin } = new URL(url);
  const inMemory = protocol === 'blob:';
  // `window.origin`, not the location's: a srcdoc frame has its parent's.
  if (!inMemory && origin !== window.origin) return { reason: 'of another origin' };
  if (!inMemory && !quiet && hasServiceWorker()) {
    return { reason: 'the page has a service worker that would notice' };
  }
  const late = new AbortController();
  let timer = setTimeout(() => late.abort(), CACHE_MS);
  try {
    const cached = { cache: 'only-if-cached', mode: 'same-origin', credentials: 'include' } as const;
    const response = await fetch(url, { ...(inMemory ? {} : cached), signal: late.signal });
    if (!response.ok) return { reason: `the cached answer has status ${response.status}` };
    clearTimeout(timer);
    timer = setTimeout(() => late.abort(), BODY_MS);
    const blob = await response.blob();
    return { blob, mediaType: response.headers.get('content-type') ?? blob.type };
  } catch {
    // `only-if-cached` fails as a network error when the cache has no answer.
    return { reason: late.signal.aborted ? 'no answer in time' : 'not in the browser cache' };
  } finally {
    clearTimeout(timer);
  }
}

/** Firefox lets a content script read the page's blobs, not its buffers. */
function blobToBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => {
      const url = String(reader.result);
      resolve(url.slice(url.indexOf(',') + 1));
    };
    reader.readAsDataURL(blob);
  });
}
