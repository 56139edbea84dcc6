import type { NetworkFacts, Obtained, RedirectRecord, TlsFacts } from '@/utils/domain/network';

/** What the browser told of the answer to a document's request. */
export interface ResponseRecord {
  readonly url: string;
  readonly status: number;
  readonly statusLine: string;
  /** As ALPN names it, if the browser told it with the answer. */
  readonly protocol: string | null;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** The other end of the connection, if the browser named one. */
  readonly peer: string | null;
  /** Null if the browser does not say. */
  readonly proxied: boolean | null;
  readonly fromCache: boolean;
  /** Our clock, as Unix time in ms and as a timestamp. */
  readonly epochMs: number;
  readonly respondedAt: string;
}

/** How a document was loaded, as far as it is known. */
export interface LoadRecord {
  readonly requestId: string;
  readonly requestedUrl: string;
  readonly redirects: readonly RedirectRecord[];
  readonly tls: TlsFacts | null;
  readonly response: ResponseRecord | null;
}

/** What a document says of its own loading (Navigation Timing); nulls if it could not be asked. */
export interface NavigationClaim {
  readonly url: string | null;
  readonly protocol: string | null;
}

/** What is known of a document's loading: the record among `records` (newest last) that fits its own claim. */
export function networkFacts(
  records: readonly LoadRecord[],
  claim: NavigationClaim,
  tellsTls: boolean,
): Obtained<NetworkFacts> {
  const { url } = claim;
  if (url !== null && !/^https?:/.test(url)) return unknown('it was not loaded over the network');
  if (records.length === 0) {
    return unknown('no record: loaded before the extension could see it, or from the page itself');
  }
  const answered = records.filter(({ response }) => response !== null);
  if (answered.length === 0) return unknown('no answer was seen');
  if (url === null) return unknown('the page did not say which load it came from');
  const record = answered.findLast((it) => withoutHash(it.response?.url ?? '') === withoutHash(url));
  if (!record?.response) return unknown('the last load that was seen here was of another address');
  const { redirects, requestedUrl, response, tls } = record;
  const { status, statusLine, headers, fromCache, respondedAt } = response;
  const protocol = response.protocol ?? claim.protocol;
  return {
    value: {
      requestedUrl,
      redirects,
      status,
      statusLine,
      protocol: protocol ? { value: protocol } : unknown('the browser named none'),
      headers,
      serverAddress: serverAddress(response),
      proxied: response.proxied === null ? unknown('this browser does not say') : { value: response.proxied },
      tls: tlsFacts(response, tls, tellsTls),
      fromCache,
      respondedAt,
      clockDifferenceMs: clockDifference(response),
    },
  };
}

/** The media type of the newest answer among `records`, if it came from `url`; empty if that isn't known. */
export function mediaTypeAt(records: readonly LoadRecord[], url: string): string {
  const response = records.findLast((it) => it.response !== null)?.response;
  if (!response || withoutHash(response.url) !== withoutHash(url)) return '';
  const type = response.headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
  return type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function unknown(reason: string): { value: null; reason: string } {
  return { value: null, reason };
}

function tlsFacts({ url }: ResponseRecord, tls: TlsFacts | null, tellsTls: boolean): Obtained<TlsFacts> {
  if (!url.startsWith('https:')) return unknown('the connection was not encrypted');
  if (!tellsTls) return unknown('this browser tells extensions nothing of certificates');
  return tls ? { value: tls } : unknown('the browser named none');
}

function serverAddress({ url, peer, proxied, fromCache }: ResponseRecord): Obtained<string> {
  const host = new URL(url).hostname;
  if (fromCache) return unknown('answered from the cache');
  if (proxied) return unknown('the connection went through a proxy');
  if (/\.(onion|i2p)$/.test(host)) return unknown('reached through Tor or I2P');
  if (!peer) return unknown('the browser named none');
  if (isLocal(peer) && !isLocal(host)) {
    // The browser reports whom it was connected to. A public site "at" a local address is a local proxy.
    return unknown('the connection went to a local address, probably a proxy');
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
  if (fromCache) return unknown('answered from the cache');
  const date = headers.find(({ name }) => name.toLowerCase() === 'date')?.value;
  if (date === undefined) return unknown('no Date header');
  const server = Date.parse(date);
  if (Number.isNaN(server)) return unknown('the Date header is no date');
  return { value: epochMs - server };
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0] ?? url;
}
