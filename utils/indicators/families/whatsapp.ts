import type { Candidate, Family, Finding } from '../family';
import { isHostOf, type Link, pathSegments, queryValue } from '../link';
import { readInternational } from '../phone-number';
import { LINKS } from '../streams';

/** WhatsApp links: numbers (E.164) and group codes. Numbers beside a label are read with the phones. */
export const whatsapp: Family = {
  name: 'whatsapp',
  types: ['whatsapp', 'whatsapp-group'],
  rules: [{ on: LINKS, take: takeLink }],
};

function takeLink({ link }: Candidate): Finding | undefined {
  if (!link) return undefined;
  const place = { start: link.start, end: link.end, confidence: 'certain', reason: 'WhatsApp link' } as const;
  if (isHostOf(link, 'chat.whatsapp.com')) {
    const code = pathSegments(link).at(-1) ?? '';
    return /^[A-Za-z0-9]{18,28}$/.test(code) ? { type: 'whatsapp-group', value: code, ...place } : undefined;
  }
  const number = readInternational(numberIn(link));
  if (!number) return undefined;
  const text = queryValue(link.query, 'text');
  const facts = { ...number.facts, ...(text ? { text } : {}) };
  return { type: 'whatsapp', value: number.value, facts, ...place };
}

function numberIn(link: Link): string {
  const fromQuery = queryValue(link.query, 'phone') ?? '';
  if (link.scheme === 'whatsapp' || isHostOf(link, 'whatsapp.com')) return fromQuery;
  return isHostOf(link, 'wa.me') ? (pathSegments(link)[0] ?? fromQuery) : '';
}
