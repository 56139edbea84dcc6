import type { TFunction } from 'i18next';
import { isolateText } from '../ui/hostile-text';

/** Grounds that a detector has no value to put into, by the key of their words. */
const FIXED = {
  link: 'link',
  '40 hex digits in one case, which carries no checksum': 'noChecksum',
  'raw form': 'rawForm',
  '32 bytes in base58': 'base58',
  'mod 97 and the structure of the country': 'modCountry',
  '20 digits with a currency code': 'currency',
  '@name on a page that speaks of Telegram': 'telegramPage',
  '@name in the form of a bot': 'botName',
  'public suffix': 'suffix',
  'base32 address': 'base32',
  'name under .i2p': 'i2pName',
  'form of the tag': 'tag',
  'form of a Matrix user id': 'matrix',
  'form of a public IPv4 address': 'ipv4',
  'form of an IPv6 address': 'ipv6',
  'port or prefix behind it': 'port',
  'mail address with a public host': 'mailHost',
  'XMPP server': 'xmppServer',
  'written as a phone number of a known plan': 'phonePlan',
  'public key packet': 'keyPacket',
  'armour; the value is the SHA-256 of its body': 'armour',
  'ten groups of four hex digits': 'hexGroups',
} as const;
const isFixed = (raw: string): raw is keyof typeof FIXED => Object.hasOwn(FIXED, raw);

const LABEL =
  /^(.*?)(, | with |^)label "(.*)" (directly before|in the place|(\d{1,6}) characters (before|after))$/s;
const CHECK = /^(broken )?(?:(checksum)|(check digit)|(CRC-16|CRC-32|mod 97|Luhn)|([\w-]{1,20}) checksum)$/;

/** Why a detector took an indicator, in the reader's language; null for what it did not write, like a person's reason. */
export function groundWords(raw: string, t: TFunction): string | null {
  const [, whole] = /^(.*) once its pieces are joined$/s.exec(raw) ?? [];
  if (whole !== undefined) {
    const ground = groundWords(whole, t);
    return ground && t('ground.joined', { ground });
  }
  const [, head = raw, joint, word = '', place = '', distance = '', side] = LABEL.exec(raw) ?? [];
  if (joint === undefined) return headWords(raw, t);
  const label = labelWords({ word: isolateText(word), place, distance, side }, t);
  if (joint === ' with ') return head === '@name' ? t('ground.nameWith', { label }) : null;
  if (head === '') return label;
  const said = headWords(head, t);
  return said && `${said}, ${label}`;
}

interface LabelFacts {
  readonly word: string;
  readonly place: string;
  readonly distance: string;
  readonly side: string | undefined;
}

function labelWords({ word, place, distance, side }: LabelFacts, t: TFunction): string {
  if (side === 'before') return t('ground.labelBefore', { word, distance });
  if (side === 'after') return t('ground.labelAfter', { word, distance });
  return place === 'in the place' ? t('ground.labelPlace', { word }) : t('ground.labelDirect', { word });
}

/** What stands before a label: a check, the scheme of a URI, a range of numbers. */
function headWords(raw: string, t: TFunction): string | null {
  if (isFixed(raw)) return t(`ground.${FIXED[raw]}`);
  const comma = raw.lastIndexOf(', ');
  if (comma < 0) return partWords(raw, t);
  const [before, after] = [headWords(raw.slice(0, comma), t), partWords(raw.slice(comma + 2), t)];
  return before && after && `${before}, ${after}`;
}

function partWords(raw: string, t: TFunction): string | null {
  const [check, broken, plain, digit, standard, coding] = CHECK.exec(raw) ?? [];
  if (plain) return t(broken ? 'ground.badChecksum' : 'ground.checksum');
  if (digit) return t(broken ? 'ground.badCheckDigit' : 'ground.checkDigit');
  const name = standard ?? coding ?? '';
  if (check) return t(broken ? 'ground.badChecksumOf' : 'ground.checksumOf', { name });
  const [, link] = /^([\w:]{1,20}) link$/.exec(raw) ?? [];
  if (link) return t('ground.linkOf', { name: link });
  const [, scheme] = /^([\w+]{1,20}): URI$/.exec(raw) ?? [];
  if (scheme) return t('ground.uri', { name: `${scheme}:` });
  const [, range] = /^range of ([\w ]{1,30})$/.exec(raw) ?? [];
  if (range) return t('ground.range', { name: range });
  return raw === '.onion' ? raw : null;
}
