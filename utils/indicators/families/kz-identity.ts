import type { Candidate, Family, Finding, Scan } from '../family';
import { describeLabel, labelNear } from '../labels';
import { NUMBERS } from '../streams';

/** Kazakh identity numbers, 12 digits with a check digit: IIN of persons, BIN of organisations; a label is needed. */
export const kzIdentity: Family = {
  name: 'kz-identity',
  types: ['iin', 'kz-bin'],
  rules: [{ on: NUMBERS, take: takeIdentity }],
};

function takeIdentity({ text, start, end }: Candidate, scan: Scan): Finding | undefined {
  const value = text.replace(/[ .-]/g, '');
  const type = typeOf(value);
  const label = type && labelNear(scan, start, end, ['iin', 'bin']);
  if (!type || !label) return undefined;
  const valid = checkDigit(value) === Number(value[11]);
  return {
    type,
    value,
    start,
    end,
    valid,
    confidence: valid ? 'certain' : 'weak',
    reason: `${valid ? 'check digit' : 'broken check digit'}, ${describeLabel(label)}`,
  };
}

/** A person's number begins with a date of birth and the century; an organisation's has 4 to 6 in fifth place. */
function typeOf(value: string): 'iin' | 'kz-bin' | undefined {
  if (/^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[0-6]\d{5}$/.test(value)) return 'iin';
  return /^\d{2}(?:0[1-9]|1[0-2])[4-6][0-3]\d{6}$/.test(value) ? 'kz-bin' : undefined;
}

function checkDigit(value: string): number {
  const sum = (first: number) =>
    [...value.slice(0, 11)].reduce(
      (total, digit, i) => total + Number(digit) * (((i + first - 1) % 11) + 1),
      0,
    ) % 11;
  const once = sum(1);
  return once < 10 ? once : sum(3);
}
