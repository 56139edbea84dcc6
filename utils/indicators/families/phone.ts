import { readContactLabels } from '../contact-labels';
import type { Candidate, Family, Finding, Scan } from '../family';
import type { LabelKind } from '../label-words';
import { describeLabel, type Label } from '../labels';
import { type PhoneNumber, readInternational, readLocal } from '../phone-number';
import { NUMBERS } from '../streams';

/** The types that a phone number has by its label. */
const BY_LABEL: Partial<Record<LabelKind, string>> = {
  phone: 'phone',
  telegram: 'phone',
  whatsapp: 'whatsapp',
  viber: 'viber',
  signal: 'signal',
  qiwi: 'qiwi',
};

/**
 * Phone numbers in E.164; local forms are read as the page's country writes them. A messenger's or QIWI's name
 * beside the number makes it that messenger's.
 */
export const phone: Family = {
  name: 'phone',
  types: ['phone'],
  rules: [{ on: NUMBERS, take: takePhone }],
};

function takePhone({ text, start, end }: Candidate, scan: Scan): Finding[] | undefined {
  if (!hasLengthOfPhone(text)) return undefined;
  const labels = readContactLabels(scan, start, end);
  if (labels.some(({ kind }) => kind === 'notPhone')) return undefined;
  const found = readLongest(text, scan, labels.length > 0);
  if (!found) return undefined;
  const range = { start, end: start + found.length };
  if (labels.length === 0) {
    const reason = 'written as a phone number of a known plan';
    return [{ type: 'phone', ...found.number, ...range, confidence: 'likely', reason }];
  }
  return labels.map((label) => findingOf(label, found.number, range));
}

function findingOf(label: Label, number: PhoneNumber, range: { start: number; end: number }): Finding {
  const type = BY_LABEL[label.kind] ?? 'phone';
  const value = type === 'qiwi' ? number.value.slice(1) : number.value;
  return { type, value, facts: number.facts, ...range, confidence: 'certain', reason: describeLabel(label) };
}

/** International numbers say so; local ones have 9 digits (Uzbekistan), 10 or 11, or begin with a country's code. */
function hasLengthOfPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+')) return digits.length >= 8;
  return /^(?:\d{9}|[78]\d{10}|[3-79]\d{9}|998\d{9}|996\d{9}|992\d{9}|380\d{9}|375\d{9})$/.test(digits);
}

/** Reads the number; if a further number follows it after a space, what stands before that space. */
function readLongest(
  text: string,
  scan: Scan,
  isLabelled: boolean,
): { number: PhoneNumber; length: number } | undefined {
  const cuts = [text.length, ...[...text.matchAll(/[ .-]+/g)].map(({ index }) => index).reverse()].slice(
    0,
    6,
  );
  for (const length of cuts) {
    const part = text.slice(0, length);
    const digits = part.replace(/\D/g, '');
    if (digits.length < 7) return undefined;
    const number = digits.length <= 15 ? readNumber(part, digits, scan, isLabelled) : undefined;
    if (number) return { number, length };
    // Only a number that says where it begins may have something else behind it.
    if (!text.startsWith('+')) return undefined;
  }
  return undefined;
}

function readNumber(text: string, digits: string, scan: Scan, isLabelled: boolean): PhoneNumber | undefined {
  const isPlain =
    scan.origin === 'text' ||
    scan.origin === 'pane' ||
    scan.origin === 'qr' ||
    scan.origin === 'href' ||
    scan.origin === 'meta';
  if (text.startsWith('+')) return isPlain || isLabelled ? readInternational(digits) : undefined;
  if (!isLabelled && (!isPlain || !isGroupedLikePhone(text, scan))) return undefined;
  if (/^(?:998\d{9}|7[67]\d{9}|79\d{9}|996\d{9}|992\d{9}|380\d{9}|375\d{9})$/.test(digits)) {
    return readInternational(digits);
  }
  for (const region of scan.page.regions) {
    if ((region === 'UZ') !== (digits.length === 9)) continue;
    const number = readLocal(digits, region);
    if (number) return number;
  }
  return undefined;
}

/** Forms that nobody uses for anything else: 8 (701) 123-45-67, and in Uzbekistan 90-123-45-67. */
function isGroupedLikePhone(text: string, scan: Scan): boolean {
  if (/^[78][ -]?\(?[3-9]\d{2}\)?[ -]?\d{3}[ .-]\d{2}[ .-]?\d{2}$/.test(text)) return true;
  if (/^[78][ -]?\([3-9]\d{2,4}\)[ -]?\d{1,3}[ .-]?\d{2}[ .-]?\d{2}$/.test(text)) return true;
  if (/^998[ -]?\(?\d{2}\)?[ -]?\d{3}[ -]\d{2}[ -]\d{2}$/.test(text)) return true;
  return scan.page.regions[0] === 'UZ' && /^\(?\d{2}\)?[ -]\d{3}[ -]\d{2}[ -]\d{2}$/.test(text);
}
