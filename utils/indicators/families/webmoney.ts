import type { Candidate, Family, Finding, Scan } from '../family';
import { describeLabel, labelNear } from '../labels';
import { NUMBERS, ownStream } from '../streams';

const PURSES = ownStream('webmoney-purses', /(?<![A-Za-z0-9])[ZREUXGKBHLTPSCWYD] ?\d{12}(?!\d)/g);

/** WebMoney: purses (a letter and 12 digits) and WMIDs (12 digits), both only beside a label. */
export const webmoney: Family = {
  name: 'webmoney',
  types: ['webmoney'],
  rules: [
    { on: PURSES, take: takePurse },
    { on: NUMBERS, take: takeWmid },
  ],
};

function takePurse({ text, start, end }: Candidate, scan: Scan): Finding | undefined {
  const label = labelNear(scan, start, end, ['webmoney', 'wallet']);
  if (!label) return undefined;
  const value = text.replace(' ', '');
  return { type: 'webmoney', value, start, end, confidence: 'likely', reason: describeLabel(label) };
}

function takeWmid({ text, start, end }: Candidate, scan: Scan): Finding | undefined {
  if (!/^\d{12}$/.test(text)) return undefined;
  const label = labelNear(scan, start, end, ['webmoney']);
  if (!label || !/wmid/i.test(label.word)) return undefined;
  return { type: 'webmoney', value: text, start, end, confidence: 'likely', reason: describeLabel(label) };
}
