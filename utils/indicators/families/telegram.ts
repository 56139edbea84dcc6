import type { Candidate, Family, Finding, Scan } from '../family';
import type { LabelKind } from '../label-words';
import { describeLabel, labelsNear } from '../labels';
import { AT_SIGNS, LINKS } from '../streams';
import { readTelegramLink } from '../telegram-link';
import { isAtWord, isTelegramName, telegramTypeOf } from '../telegram-name';

const PLATFORMS: readonly LabelKind[] = [
  'telegram',
  'instagram',
  'vk',
  'discord',
  'matrix',
  'threema',
  'signal',
  'wickr',
  'other',
];
const CONTACT: readonly LabelKind[] = ['phone', 'order', 'wallet'];

/** Telegram: bots, channels and users, invites, folders, numeric ids; links, and names that context vouches for. */
export const telegram: Family = {
  name: 'telegram',
  types: ['telegram-bot', 'telegram-channel-or-user', 'telegram-invite', 'telegram-id', 'telegram-folder'],
  rules: [
    { on: LINKS, take: takeLink },
    { on: AT_SIGNS, take: takeMention },
  ],
};

function takeLink({ link }: Candidate): Finding | undefined {
  const target = link && readTelegramLink(link);
  if (!link || !target) return undefined;
  return { ...target, start: link.start, end: link.end, confidence: 'certain', reason: 'Telegram link' };
}

function takeMention({ text, start, at = 0 }: Candidate, scan: Scan): Finding | undefined {
  if (/[a-z0-9]/i.test(text.slice(0, at - start))) return undefined;
  const name = /^@(\w{4,32})(?![\w/:-])/.exec(scan.text.slice(at, at + 40))?.[1] ?? '';
  const end = at + 1 + name.length;
  if (!isTelegramName(name) || isAtWord(name) || /^[.][a-z0-9]/i.test(scan.text.slice(end, end + 2)))
    return undefined;
  const vouched = vouchFor(name, scan, at, end);
  if (!vouched) return undefined;
  return { type: telegramTypeOf(name), value: name.toLowerCase(), start: at, end, ...vouched };
}

/** Why an `@name` may be taken for Telegram's: the nearest platform word, else the page as a whole. */
function vouchFor(
  name: string,
  scan: Scan,
  start: number,
  end: number,
): Pick<Finding, 'confidence' | 'reason'> | undefined {
  const [nearest] = labelsNear(scan, start, end, PLATFORMS);
  if (nearest) {
    return nearest.kind === 'telegram' ? { confidence: 'likely', reason: describeLabel(nearest) } : undefined;
  }
  if (scan.origin === 'script' || scan.origin === 'comment') return undefined;
  const isBot = telegramTypeOf(name) === 'telegram-bot';
  if (scan.page.telegram && (isBot || !scan.page.otherMentions)) {
    return { confidence: isBot ? 'likely' : 'weak', reason: '@name on a page that speaks of Telegram' };
  }
  if (scan.page.otherMentions) return undefined;
  const [contact] = labelsNear(scan, start, end, CONTACT);
  if (contact)
    return { confidence: isBot ? 'likely' : 'weak', reason: `@name with ${describeLabel(contact)}` };
  return isBot ? { confidence: 'weak', reason: '@name in the form of a bot' } : undefined;
}
