import type { Candidate, Family, Finding, Scan } from '../family';
import { describeLabel, labelsNear } from '../labels';
import { type PhoneNumber, readInternational, readLocal } from '../phone-number';
import { NUMBERS } from '../streams';

/** Phone numbers in E.164; local forms are read as the page's country writes them. */
export const phone: Family = {
  name: 'phone',
  types: ['phone'],
  rules: [{ on: NUMBERS, take: takePhone }],
};

function takePhone({ text, start, end }: Candidate, scan: Scan): Finding | undefined {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 15) return undefined;
  const [label] = labelsNear(scan, start, end, ['phone', 'notPhone']);
  if (label?.kind === 'notPhone') return undefined;
  const isPlain =
    scan.origin === 'text' || scan.origin === 'qr' || scan.origin === 'href' || scan.origin === 'meta';
  const number = readNumber(text, digits, scan, label !== undefined, isPlain);
  if (!number) return undefined;
  return {
    type: 'phone',
    ...number,
    start,
    end,
    confidence: label ? 'certain' : 'likely',
    reason: label ? describeLabel(label) : 'written as a phone number of a known plan',
  };
}

function readNumber(
  text: string,
  digits: string,
  scan: Scan,
  isLabelled: boolean,
  isPlain: boolean,
): PhoneNumber | undefined {
  if (text.startsWith('+')) return isPlain || isLabelled ? readInternational(digits) : undefined;
  if (!isLabelled && (!isPlain || !isGroupedLikePhone(text, scan))) return undefined;
  if (/^(?:998\d{9}|7[67]\d{9}|79\d{9})$/.test(digits)) return readInternational(digits);
  for (const region of scan.page.regions) {
    const number = readLocal(digits, region);
    if (number) return number;
  }
  return undefined;
}

/** Forms that nobody uses for anything else: 8 (701) 123-45-67, and in Uzbekistan 90-123-45-67. */
function isGroupedLikePhone(text: string, scan: Scan): boolean {
  if (/^[78][ -]?\(?[3-9]\d{2}\)?[ -]?\d{3}[ .-]\d{2}[ .-]?\d{2}$/.test(text)) return true;
  if (/^[78][ -]?\([3-9]\d{2,4}\)[ -]?\d{1,3}[ .-]?\d{2}[ .-]?\d{2}$/.test(text)) return true;
  return scan.page.regions[0] === 'UZ' && /^\(?\d{2}\)?[ -]\d{3}[ -]\d{2}[ -]\d{2}$/.test(text);
}
