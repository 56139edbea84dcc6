import type { Candidate, Family, Finding, Scan } from '../family';
import { describeLabel, labelNear } from '../labels';
import { isHostOf, pathSegments } from '../link';
import { LINKS, ownStream } from '../streams';

const IDS = ownStream(
  'threema-ids',
  /(?<![A-Za-z0-9*])[A-Z0-9*][A-Z0-9]{7}(?![A-Za-z0-9])/g,
  /threema|трима/i,
);

/** Threema ids: eight capitals and digits in a link, or beside a label with a digit among them. */
export const threema: Family = {
  name: 'threema',
  types: ['threema'],
  rules: [
    { on: LINKS, take: takeLink },
    { on: IDS, take: takeId },
  ],
};

function takeLink({ link }: Candidate): Finding | undefined {
  if (!link || !(isHostOf(link, 'threema.id') || link.scheme === 'threema')) return undefined;
  const value = (pathSegments(link)[0] ?? /(?:^|&)id=([^&]+)/.exec(link.query)?.[1] ?? '').toUpperCase();
  if (!/^[A-Z0-9*][A-Z0-9]{7}$/.test(value)) return undefined;
  const { start, end } = link;
  return { type: 'threema', value, start, end, confidence: 'certain', reason: 'Threema link' };
}

function takeId({ text, start, end }: Candidate, scan: Scan): Finding | undefined {
  // Eight capitals alone are more often a word.
  if (!/[\d*]/.test(text) || !/[A-Z]/.test(text)) return undefined;
  const label = labelNear(scan, start, end, ['threema']);
  if (!label || label.distance > 24) return undefined;
  return { type: 'threema', value: text, start, end, confidence: 'likely', reason: describeLabel(label) };
}
