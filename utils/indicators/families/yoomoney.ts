import type { Candidate, Family, Finding, Scan } from '../family';
import { describeLabel, labelNear } from '../labels';
import { isHostOf, pathSegments, queryValue } from '../link';
import { LINKS, NUMBERS } from '../streams';

const WALLET = /^4100\d{7,16}$/;

/** YooMoney wallets: 11 to 20 digits that begin with 4100, in a link or beside a label. */
export const yoomoney: Family = {
  name: 'yoomoney',
  types: ['yoomoney'],
  rules: [
    { on: LINKS, take: takeLink },
    { on: NUMBERS, take: takeNumber },
  ],
};

function takeLink({ link }: Candidate): Finding | undefined {
  if (!link || !isHostOf(link, 'yoomoney.ru', 'money.yandex.ru', 'yoomoney.com')) return undefined;
  const [, second = ''] = pathSegments(link);
  const value = [queryValue(link.query, 'receiver'), queryValue(link.query, 'to'), second].find(
    (text) => text && WALLET.test(text),
  );
  if (!value) return undefined;
  const sum = queryValue(link.query, 'sum') ?? pathSegments(link)[2];
  return {
    type: 'yoomoney',
    value,
    start: link.start,
    end: link.end,
    confidence: 'certain',
    reason: 'YooMoney link',
    ...(sum ? { facts: { amount: sum } } : {}),
  };
}

function takeNumber({ text, start, end }: Candidate, scan: Scan): Finding | undefined {
  const value = text.replace(/[ .-]/g, '');
  const label = WALLET.test(value) && labelNear(scan, start, end, ['yoomoney', 'wallet']);
  if (!label) return undefined;
  return { type: 'yoomoney', value, start, end, confidence: 'likely', reason: describeLabel(label) };
}
