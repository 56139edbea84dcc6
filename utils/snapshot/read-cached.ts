import { detachedCanvas } from './serialize-access';

/** Bytes that the browser still holds for a URL. */
export interface CachedResource {
  readonly url: string;
  readonly mediaType: string;
  /** Base64 without line breaks; a Blob where messages carry one (Firefox): then a PNG. */
  readonly body: string | Blob;
  /** True: a PNG drawn from the picture on the page, not the file that the site sent. */
  readonly pixels?: boolean;
}

/** Why a URL's bytes are not to be had without asking the site. */
export interface UncachedResource {
  readonly url: string;
  readonly reason: string;
}

export type CacheReader = (urls: readonly string[]) => Promise<(CachedResource | UncachedResource)[]>;

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
 * the frame's own origin alone (Fetch, 5.4). Where the page sees such a read (`fetches` is false: it stands in Firefox's
 * Resource Timing), only pixels are read.
 */
export function createCacheReader(
  pictures: ReadonlyMap<string, HTMLImageElement>,
  { fetches }: { readonly fetches: boolean },
): CacheReader {
  const readOn = async (url: string): Promise<CachedResource | UncachedResource> => {
    const picture = pictures.get(url);
    if (picture && !picture.complete) return { url, reason: 'the page had not loaded it yet' };
    const answer = fetches ? await readOne(url) : { url, reason: 'the page would see it being read' };
    if (!('reason' in answer) || !picture) return answer;
    const png = await drawPixels(picture);
    if (!png) return answer;
    const body = fetches ? await blobToBase64(png) : png;
    return { url, mediaType: 'image/png', body, pixels: true };
  };
  return async (urls) => {
    const answers: (CachedResource | UncachedResource)[] = [];
    let next = 0;
    const readMore = async () => {
      for (let at = next++; at < urls.length; at = next++) answers[at] = await readOn(urls[at] ?? '');
    };
    await Promise.all(Array.from({ length: AT_ONCE }, readMore));
    return answers;
  };
}

/** A PNG of what a picture shows; null if it shows nothing, or may not be read. */
async function drawPixels(image: HTMLImageElement): Promise<Blob | null> {
  const { naturalWidth, naturalHeight } = image;
  if (naturalWidth === 0) return null;
  const scale = Math.min(1, Math.sqrt(PIXEL_LIMIT / (naturalWidth * naturalHeight)));
  const [width, height] = [Math.ceil(naturalWidth * scale), Math.ceil(naturalHeight * scale)];
  const canvas = detachedCanvas(document, width, height);
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(image, 0, 0, width, height);
  try {
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  } catch (error) {
    // Another site's picture taints the canvas: its pixels are not ours to read.
    if (error instanceof DOMException && error.name === 'SecurityError') return null;
    throw error;
  }
}

async function readOne(url: string): Promise<CachedResource | UncachedResource> {
  const answer = await fetchFromCache(url);
  if ('reason' in answer) return { url, reason: answer.reason };
  const { blob, mediaType } = answer;
  if (blob.size > BYTE_LIMIT) return { url, reason: `larger than ${BYTE_LIMIT} bytes` };
  return { url, mediaType, body: await blobToBase64(blob) };
}

/** What the HTTP cache, or memory for `blob:` URLs, has for a URL of this frame; never asks the network. */
export async function fetchFromCache(
  url: string,
): Promise<{ blob: Blob; mediaType: string } | { reason: string }> {
  const { protocol, origin } = new URL(url);
  const inMemory = protocol === 'blob:';
  // `window.origin`, not the location's: a srcdoc frame has its parent's.
  if (!inMemory && origin !== window.origin) return { reason: 'of another origin' };
  const late = new AbortController();
  let timer = setTimeout(() => late.abort(), CACHE_MS);
  try {
    const cached = { cache: 'only-if-cached', mode: 'same-origin', credentials: 'include' } as const;
    const response = await fetch(url, { ...(inMemory ? {} : cached), signal: late.signal }).catch(() => null);
    // `only-if-cached` fails as a network error when the cache has no answer.
    if (!response) return { reason: late.signal.aborted ? 'no answer in time' : 'not in the browser cache' };
    if (!response.ok) return { reason: `the cached answer has status ${response.status}` };
    clearTimeout(timer);
    timer = setTimeout(() => late.abort(), BODY_MS);
    const blob = await response.blob();
    return { blob, mediaType: response.headers.get('content-type') ?? blob.type };
  } catch (thrown) {
    return {
      reason: late.signal.aborted ? 'no answer in time' : `its bytes could not be read: ${String(thrown)}`,
    };
  } finally {
    clearTimeout(timer);
  }
}

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
