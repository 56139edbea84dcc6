/** Bytes that the browser still holds for a URL. `base64` without line breaks. */
export interface CachedResource {
  readonly url: string;
  readonly mediaType: string;
  readonly base64: string;
}

/** Why a URL's bytes are not to be had without asking the site. */
export interface UncachedResource {
  readonly url: string;
  readonly reason: string;
}

/**
 * Reads resources of this frame from the HTTP cache, and `blob:` URLs from memory; never asks the network.
 * Runs in the frame's isolated world. `only-if-cached` works for the frame's own origin alone (Fetch 5.4).
 */
export async function readCached(urls: readonly string[]): Promise<(CachedResource | UncachedResource)[]> {
  return Promise.all(urls.map(readOne));
}

async function readOne(url: string): Promise<CachedResource | UncachedResource> {
  const { protocol, origin } = new URL(url);
  if (protocol !== 'blob:' && origin !== location.origin) return { url, reason: 'another origin' };
  try {
    const options: RequestInit = { cache: 'only-if-cached', mode: 'same-origin', credentials: 'include' };
    const response = await fetch(url, protocol === 'blob:' ? {} : options);
    if (!response.ok) return { url, reason: `cached answer ${response.status}` };
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { url, mediaType: response.headers.get('content-type') ?? '', base64: toBase64(bytes) };
  } catch {
    // `only-if-cached` fails as a network error when the cache has no answer.
    return { url, reason: 'not in the browser cache' };
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}
