import type { Family, Finding } from '../family';
import { decodePercent, type Link } from '../link';
import { LINKS } from '../streams';
import { isTopLevelDomain } from '../tlds';

const DEFAULT_PORTS: Readonly<Record<string, string>> = {
  http: '80',
  https: '443',
  ftp: '21',
  ws: '80',
  wss: '443',
};
/** Names of vocabularies and schemas: addresses in form only. */
const NAMESPACES = /^(?:(?:www\.)?w3\.org|schema\.org|ogp\.me|xmlns\.com|purl\.org|ns\.adobe\.com)$/;

/** Links with a scheme: scheme and host lower case, the default port and a bare final slash left out. */
export const url: Family = {
  name: 'url',
  types: ['url'],
  rules: [
    {
      on: LINKS,
      take({ link }, scan) {
        if (!link || (scan.origin === 'script' && isOfCode(link))) return undefined;
        return urlFinding(link);
      },
    },
  ],
};

/** In scripts: the name of a vocabulary, or the beginning of a link that the script completes. */
function isOfCode({ host, path }: Link): boolean {
  return (
    NAMESPACES.test(host) || (path.length <= 1 && /^(?:t\.me|wa\.me|vk\.com|instagram\.com)$/.test(host))
  );
}

/** The link as a URL; undefined without a scheme of the web and a host that a network could resolve. */
export function urlFinding(link: Link): Finding | undefined {
  if (!(link.scheme in DEFAULT_PORTS) || !hasPublicHost(link)) return undefined;
  const { start, end } = link;
  const nested = nestedText(link);
  const finding = {
    type: 'url',
    value: normalUrl(link),
    start,
    end,
    confidence: 'certain',
    reason: 'link',
  } as const;
  return nested ? { ...finding, nested } : finding;
}

/** Whether a network could resolve the host: a public name, an IP address, `.onion` or `.i2p`. */
export function hasPublicHost({ host }: Link): boolean {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)) return host.split('.').every((part) => Number(part) <= 255);
  if (host.startsWith('[')) return host.includes(':');
  if (!/^(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?\.){1,10}[\p{L}\p{N}-]{2,63}$/u.test(host)) {
    return false;
  }
  const last = host.slice(host.lastIndexOf('.') + 1);
  return last === 'onion' || last === 'i2p' || isTopLevelDomain(last);
}

function normalUrl(link: Link): string {
  const userInfo = link.userInfo ? `${link.userInfo}@` : '';
  const port = link.port && link.port !== DEFAULT_PORTS[link.scheme] ? `:${link.port}` : '';
  const query = link.query ? `?${link.query}` : '';
  const fragment = link.fragment ? `#${link.fragment}` : '';
  const path = link.path === '/' && !query && !fragment ? '' : link.path;
  return `${link.scheme}://${userInfo}${link.host}${port}${path}${query}${fragment}`;
}

/** What a redirecting or sharing link carries in its query, decoded; undefined if it carries no address. */
function nestedText({ query, fragment }: Link): string | undefined {
  const carried = decodePercent(query.replace(/[&;]/g, '\n')).replace(/^[\w.[\]-]{1,40}=/gm, '');
  const text = `${carried}\n${fragment.includes('=') ? decodePercent(fragment) : ''}`;
  return /:\/\/|@|\.[a-z]{2,}\/|\bt\.me/i.test(text) ? text : undefined;
}
