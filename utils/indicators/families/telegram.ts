import type { Candidate, Family, Finding, Scan } from '../family';
import type { LabelKind } from '../label-words';
import { describeLabel, labelNear, labelsNear } from '../labels';
import { AT_SIGNS, LINKS, NUMBERS, ownStream } from '../streams';
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

/** A name without `@` directly behind Telegram's own: «телеграм: mega_shop». */
const NAMED = ownStream(
  'telegram-names',
  /(?<![\p{L}\p{N}])(?:(?:telegramm?|телеграмм?\p{L}?|телег[аеу]|тг|tg)(?:[ -]?(?:bot|бот|канал|kanal|чат|chat|channel|арна|акк|аккаунт))? ?(?:[:=–-]{1,2} ?|\n)|(?:телеграмм?|телег[аеу]|тг)(?:[ -]?(?:бот|канал|чат|акк|аккаунт))? (?=[a-z\d]{1,30}_))[a-z]\w{3,31}(?![\w@./:-]|\.\w)/giu,
  /tg|тг|tele|теле/i,
);

/** A bot's name without `@`. */
const BOTS = ownStream(
  'telegram-bot-names',
  /(?<![\p{L}\p{N}_@./:=-])[a-z]\w{1,27}_bot(?![\w/-]|\.\w)/giu,
  /_bot/i,
);

/** How near a word such as «оператор» must stand to a bare `@name` to vouch for it. */
const CLOSE = 20;

/** Telegram: bots, channels and users, invites, folders, numeric ids; links, and names that context vouches for. */
export const telegram: Family = {
  name: 'telegram',
  types: ['telegram-bot', 'telegram-channel-or-user', 'telegram-invite', 'telegram-id', 'telegram-folder'],
  rules: [
    { on: LINKS, take: takeLink },
    { on: AT_SIGNS, take: takeMention },
    { on: NAMED, take: takeNamed },
    { on: BOTS, take: takeBotName },
    { on: NUMBERS, take: takeId },
  ],
};

function takeLink({ link }: Candidate, scan: Scan): Finding | undefined {
  // In code `t.me/x` may be a property divided by another.
  if (link?.scheme === '' && scan.origin === 'script' && !/["'`/\\]/.test(scan.text[link.start - 1] ?? ''))
    return undefined;
  const target = link && readTelegramLink(link);
  if (!link || !target) return undefined;
  return { ...target, start: link.start, end: link.end, confidence: 'certain', reason: 'Telegram link' };
}

function takeMention({ text, start, at = 0 }: Candidate, scan: Scan): Finding | undefined {
  if (/[a-z0-9]/i.test(text.slice(0, at - start)) || scan.text[at - 1] === '@') return undefined;
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
  // Names of four letters are rare and bought: only directly behind the label.
  if (name.length < 5 && !(nearest?.side === 'before' && nearest.distance <= 3)) return undefined;
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
  if (contact?.side === 'before' && contact.distance <= CLOSE)
    return { confidence: isBot ? 'likely' : 'weak', reason: `@name with ${describeLabel(contact)}` };
  return isBot ? { confidence: 'weak', reason: '@name in the form of a bot' } : undefined;
}

function takeNamed({ text, end }: Candidate): Finding | undefined {
  const name = /[a-z]\w{3,31}$/i.exec(text)?.[0] ?? '';
  // Without a digit, an underscore or the ending of bots it may be any word.
  if (!isTelegramName(name) || isAtWord(name) || !/[_\d]|bot$/i.test(name)) return undefined;
  const label = text.slice(0, -name.length).replace(/[\s:=–-]+$/, '');
  return {
    type: telegramTypeOf(name),
    value: name.toLowerCase(),
    start: end - name.length,
    end,
    confidence: 'likely',
    reason: `label "${label}" directly before`,
  };
}

function takeId({ text, start, end }: Candidate, scan: Scan): Finding | undefined {
  const label = /^\d{5,14}$/.test(text) ? labelNear(scan, start, end, ['telegramId']) : undefined;
  if (!label || label.distance > 12) return undefined;
  return { type: 'telegram-id', value: text, start, end, confidence: 'likely', reason: describeLabel(label) };
}

function takeBotName({ text, start, end }: Candidate, scan: Scan): Finding | undefined {
  if (!isTelegramName(text) || scan.origin === 'script' || scan.origin === 'comment') return undefined;
  const label = labelNear(scan, start, end, ['telegram', 'bot']);
  if (!label) return undefined;
  const value = text.toLowerCase();
  return { type: 'telegram-bot', value, start, end, confidence: 'likely', reason: describeLabel(label) };
}
