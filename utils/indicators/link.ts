/** A link in a text, cut into its parts (RFC 3986); nothing is decoded, host and scheme are lower case. */
export interface Link {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  /** Without `://`; empty for a bare host. */
  readonly scheme: string;
  readonly userInfo: string;
  readonly host: string;
  readonly port: string;
  /** With the leading `/`, or empty. */
  readonly path: string;
  /** Without `?` and `#`. */
  readonly query: string;
  readonly fragment: string;
}

const PARTS =
  /^(?:([a-z][a-z0-9+.-]{0,20}):)?(?:\/\/)?(?:([^/?#@]{0,200})@)?(\[[0-9a-f:.]{2,45}\]|[^/?#:@]{0,255})(?::(\d{1,5}))?(\/[^?#]*)?(?:\?([^#]*))?(?:#(.*))?$/is;

/** Cuts `raw`, which stands at `start`, into parts; undefined if it has no host. */
export function parseLink(raw: string, start: number): Link | undefined {
  const bare = !raw.includes('://');
  const match = PARTS.exec(bare ? `//${raw.replace(/^\/\//, '')}` : raw);
  const host = match?.[3];
  if (!match || !host) return undefined;
  return {
    start,
    end: start + raw.length,
    raw,
    scheme: bare ? '' : (match[1] ?? '').toLowerCase(),
    userInfo: match[2] ?? '',
    host: host.toLowerCase().replace(/\.$/, ''),
    port: match[4] ?? '',
    path: match[5] ?? '',
    query: match[6] ?? '',
    fragment: match[7] ?? '',
  };
}

/** Percent-decodes; what isn't valid UTF-8 stays as it is written. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/(?:%[0-9a-f]{2}){1,200}/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

/** The path's segments, percent-decoded, without empty ones. */
export function pathSegments(link: Link): string[] {
  return link.path.split('/').filter(Boolean).map(decodePercent);
}

/** The first value of `name` in a query string, percent-decoded; undefined if absent. */
export function queryValue(query: string, name: string): string | undefined {
  for (const part of query.split(/[&;]/)) {
    const cut = part.indexOf('=');
    const key = cut < 0 ? part : part.slice(0, cut);
    if (key.toLowerCase() === name)
      return decodePercent(cut < 0 ? '' : part.slice(cut + 1).replace(/\+/g, ' '));
  }
  return undefined;
}

/** Whether the host is one of `domains` or under one of them. */
export function isHostOf(link: Link, ...domains: readonly string[]): boolean {
  const { host } = link;
  for (const domain of domains) {
    if (!host.endsWith(domain)) continue;
    if (host.length === domain.length || host[host.length - domain.length - 1] === '.') return true;
  }
  return false;
}
