import type { Candidate, Family, Finding, Scan } from '../family';
import { describeLabel, labelsNear } from '../labels';
import type { Link } from '../link';
import { LINKS, ownStream } from '../streams';
import { urlFinding } from './url';

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
const FOURS = ownStream('ipv4-addresses', /(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?![\w-]|\.\d)/g);
const SIXES = ownStream(
  'ipv6-addresses',
  /(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:]|\.\w)/gi,
  /:[0-9a-f]{0,4}:/i,
);

/** IP addresses: in links, beside a label or with a port; bare ones only where they can't be versions. */
export const ipAddress: Family = {
  name: 'ip-address',
  types: ['ipv4', 'ipv6'],
  rules: [
    { on: LINKS, take: ({ link }) => link && takeLink(link) },
    { on: FOURS, take: takeFour },
    { on: SIXES, take: takeSix },
  ],
};

function takeLink(link: Link): Finding[] | undefined {
  const asUrl = urlFinding(link);
  if (!asUrl) return undefined;
  const place = { start: link.start, end: link.end, confidence: 'certain', reason: 'link' } as const;
  if (IPV4.test(link.host)) return [{ type: 'ipv4', value: link.host, ...place }, asUrl];
  const six = link.host.startsWith('[') ? canonicalSix(link.host.slice(1, -1)) : undefined;
  return six ? [{ type: 'ipv6', value: six, ...place }, asUrl] : undefined;
}

function takeFour({ text: value, start, end }: Candidate, scan: Scan): Finding | undefined {
  if (!IPV4.test(value) || /(?:^|\.)0\d/.test(value)) return undefined;
  const [label] = labelsNear(scan, start, end, ['ip', 'version']);
  if (label?.kind === 'version') return undefined;
  const place = { type: 'ipv4', value, start, end } as const;
  if (label) return { ...place, confidence: 'certain', reason: describeLabel(label) };
  if (/^:\d{2,5}(?!\d)|^\/\d\d?(?!\d)/.test(scan.text.slice(end, end + 7))) {
    return { ...place, confidence: 'certain', reason: 'port or prefix behind it' };
  }
  const parts = value.split('.').map(Number);
  const isVersionLike =
    parts.filter((part) => part > 19).length < 2 || /\/$/.test(scan.text[start - 1] ?? '');
  if (isVersionLike || (parts[0] ?? 0) < 5 || (parts[0] ?? 0) > 223 || scan.origin !== 'text')
    return undefined;
  return { ...place, confidence: 'weak', reason: 'form of a public IPv4 address' };
}

function takeSix({ text, start, end }: Candidate): Finding | undefined {
  const value = canonicalSix(text);
  // Times, hashes and scopes of code have colons too; networks begin with 2, 3, fc, fd or fe80.
  if (!value || !/^(?:[23][0-9a-f]{3}|f[cd][0-9a-f]{2}|fe80):/.test(value)) return undefined;
  return { type: 'ipv6', value, start, end, confidence: 'likely', reason: 'form of an IPv6 address' };
}

/** The text form of RFC 5952: lower case, no leading zeros, the longest run of zeros as `::`. */
function canonicalSix(text: string): string | undefined {
  const [head = '', tail, more] = text.toLowerCase().split('::');
  if (more !== undefined) return undefined;
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...left, ...Array<string>(missing).fill('0'), ...right];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return undefined;
  const short = groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
  const runs = [...short.matchAll(/(?<![^:])0(?::0)+(?![^:])/g)].map(([run]) => run);
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  if (!longest) return short;
  const at = short.search(new RegExp(`(?<![^:])${longest}(?![^:])`));
  return `${short.slice(0, at).replace(/:$/, '')}::${short.slice(at + longest.length).replace(/^:/, '')}`;
}
