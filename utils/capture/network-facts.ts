import type { NetworkFacts, Obtained, RedirectRecord } from '@/utils/domain/capture';

/** What the browser told of the answer to a document's request. */
export interface ResponseRecord {
  readonly url: string;
  readonly status: number;
  readonly statusLine: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** The other end of the connection, if the browser named one. */
  readonly peer: string | null;
  readonly proxied: boolean;
  readonly fromCache: boolean;
  /** Our clock, as Unix time in ms and as a timestamp. */
  readonly epochMs: number;
  readonly respondedAt: string;
}

/** How the document that a tab shows was loaded, as far as it is known. */
export interface LoadRecord {
  readonly requestId: string;
  readonly requestedUrl: string;
  readonly redirects: readonly RedirectRecord[];
  readonly response: ResponseRecord | null;
}

/** The facts of a loaded document, if the record is of the document loaded under `navigationUrl`. */
export function networkFacts(
  record: LoadRecord | undefined,
  navigationUrl: string | null,
): Obtained<NetworkFacts> {
  if (!record) return { value: null, reason: 'loaded before the extension could see it' };
  const { response, redirects, requestedUrl } = record;
  if (!response) return { value: null, reason: 'no answer was seen' };
  if (navigationUrl === null) return { value: null, reason: 'the page did not say which load it came from' };
  if (withoutHash(navigationUrl) !== withoutHash(response.url)) {
    return { value: null, reason: 'the last load seen in this tab was of another address' };
  }
  const { status, statusLine, headers, fromCache, respondedAt } = response;
  return {
    value: {
      requestedUrl,
      redirects,
      status,
      statusLine,
      headers,
      serverAddress: serverAddress(response),
      fromCache,
      respondedAt,
      clockDifferenceMs: clockDifference(response),
    },
  };
}

function serverAddress({ url, peer, proxied, fromCache }: ResponseRecord): Obtained<string> {
  if (fromCache) return { value: null, reason: 'answered from the cache' };
  if (proxied) return { value: null, reason: 'the connection went through a proxy' };
  if (!peer) return { value: null, reason: 'the browser named none' };
  if (isLocal(peer) && !isLocal(new URL(url).hostname)) {
    // The browser reports whom it was connected to. A public site "at" a local address is a local proxy.
    return { value: null, reason: 'the connection went to a local address, probably a proxy' };
  }
  return { value: peer };
}

/** Loopback, private, link-local and carrier ranges (RFC 6890), and the names that stand for them. */
function isLocal(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return (
    /^(localhost|.+\.localhost|::1|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)$/.test(bare) ||
    /^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(bare)
  );
}

/** Our clock minus the server's `Date` header (RFC 9110, 6.6.1): evidence of either clock, not a correction. */
function clockDifference({ headers, epochMs, fromCache }: ResponseRecord): Obtained<number> {
  if (fromCache) return { value: null, reason: 'answered from the cache' };
  const date = headers.find(({ name }) => name.toLowerCase() === 'date')?.value;
  if (date === undefined) return { value: null, reason: 'no Date header' };
  const server = Date.parse(date);
  if (Number.isNaN(server)) return { value: null, reason: 'the Date header is no date' };
  return { value: epochMs - server };
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0] ?? url;
}
