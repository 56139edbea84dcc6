import type { Candidate, Family, Finding, Scan } from '../family';
import { describeLabel, labelNear } from '../labels';
import { decodePercent, isHostOf } from '../link';
import { readInternational } from '../phone-number';
import { LINKS, ownStream } from '../streams';

const NAMES = ownStream(
  'signal-names',
  /(?<![\w.@/-])[a-z_][a-z0-9_]{2,31}\.\d{2,9}(?![\w.-])/gi,
  /signal|сигнал/i,
);

/** Signal: numbers and groups in links, usernames (`name.42`) beside a label. */
export const signal: Family = {
  name: 'signal',
  types: ['signal', 'signal-group'],
  rules: [
    { on: LINKS, take: takeLink },
    { on: NAMES, take: takeName },
  ],
};

function takeLink({ link }: Candidate): Finding | undefined {
  if (!link) return undefined;
  const place = { start: link.start, end: link.end, confidence: 'certain', reason: 'Signal link' } as const;
  const fragment = decodePercent(link.fragment);
  if (isHostOf(link, 'signal.group')) {
    return /^[\w-]{20,200}$/.test(fragment) ? { type: 'signal-group', value: fragment, ...place } : undefined;
  }
  if (!isHostOf(link, 'signal.me') || !fragment.startsWith('p/')) return undefined;
  const number = readInternational(fragment.slice(2));
  return number && { type: 'signal', ...number, ...place };
}

function takeName({ text, start, end }: Candidate, scan: Scan): Finding | undefined {
  const label = labelNear(scan, start, end, ['signal']);
  if (!label) return undefined;
  return {
    type: 'signal',
    value: text.toLowerCase(),
    start,
    end,
    confidence: 'likely',
    reason: describeLabel(label),
  };
}
