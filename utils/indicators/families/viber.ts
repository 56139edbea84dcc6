import type { Candidate, Family, Finding } from '../family';
import { isHostOf, pathSegments, queryValue } from '../link';
import { readInternational } from '../phone-number';
import { LINKS } from '../streams';

/** Viber links with a number (E.164). Numbers beside a label are read with the phones. */
export const viber: Family = {
  name: 'viber',
  types: ['viber'],
  rules: [{ on: LINKS, take: takeLink }],
};

function takeLink({ link }: Candidate): Finding | undefined {
  if (!link || !(link.scheme === 'viber' || isHostOf(link, 'viber.click'))) return undefined;
  const digits = queryValue(link.query, 'number') ?? pathSegments(link)[0] ?? '';
  const number = readInternational(digits);
  if (!number) return undefined;
  return {
    type: 'viber',
    ...number,
    start: link.start,
    end: link.end,
    confidence: 'certain',
    reason: 'Viber link',
  };
}
