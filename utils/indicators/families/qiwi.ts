import type { Candidate, Family, Finding, Scan } from '../family';
import { isHostOf, pathSegments, queryValue } from '../link';
import { readInternational } from '../phone-number';
import { LINKS } from '../streams';

/** QIWI wallets in links: a phone's digits, or a nickname. Numbers beside a label are read with the phones. */
export const qiwi: Family = {
  name: 'qiwi',
  types: ['qiwi'],
  rules: [{ on: LINKS, take: takeLink }],
};

function takeLink({ link }: Candidate, _scan: Scan): Finding | undefined {
  if (!link || !isHostOf(link, 'qiwi.com', 'qiwi.me')) return undefined;
  const [first = '', second = ''] = pathSegments(link);
  const digits = (queryValue(link.query, "extra['account']") ?? second).replace(/^\+/, '');
  const place = { start: link.start, end: link.end, confidence: 'certain', reason: 'QIWI link' } as const;
  if (/^\d{10,15}$/.test(digits)) {
    return readInternational(digits) ? { type: 'qiwi', value: digits, ...place } : undefined;
  }
  const name = link.host.endsWith('qiwi.me') ? first : first === 'n' ? second : '';
  return /^[a-z0-9][\w.-]{2,40}$/i.test(name)
    ? { type: 'qiwi', value: name.toUpperCase(), ...place }
    : undefined;
}
