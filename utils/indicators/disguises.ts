import { decodePercent } from './link';
import { foldLookAlikes, isLookAlike } from './look-alikes';
import { isTopLevelDomain } from './tlds';
import type { Edit } from './view';

/** One way of hiding an identifier from machines, and how it reads to a person. */
interface Disguise {
  /** Spares texts in which it can't occur. */
  readonly trigger: RegExp;
  /** Global, every quantifier bounded. */
  readonly pattern: RegExp;
  /** How the match reads; undefined if it is what it seems. */
  read(match: RegExpMatchArray, text: string): string | undefined;
}

const DOT = '(?:\\.|dot|d0t|дот|точка|тчк|tochka|nuqta|нуқта|нүкте|nukte)';
const AT = '(?:@|at|ат|эт|собака|собачка|собак|sobaka|kuchukcha|кучукча|dog)';
const WORD = 'A-Za-z0-9\\u0400-\\u04ff';

const DISGUISES: readonly Disguise[] = [
  {
    // h t t p s : / / t . m e / x, @ s h o p: characters with single spaces between them.
    trigger: /[\w@] [\w.@:/-] [\w.@:/-] [\w.@:/-] [\w.@:/-] /,
    pattern: /(?<!\S)(?:[\w@.:/+?=\u0400-\u04ff-] ){6,150}[\w@.:/+?=\u0400-\u04ff-](?!\S)/g,
    read([run]) {
      const joined = run.replace(/ /g, '');
      if (!/[a-z]/i.test(joined)) return undefined;
      return /^[A-Za-z0-9@._:/+?=-]*$/.test(joined) ? joined : readSpacedLookAlikes(joined);
    },
  },
  {
    // shор: Cyrillic letters inside a word that is otherwise Latin.
    trigger: /[A-Za-z0-9_@][\u0391-\u03f9\u0400-\u04ff]|[\u0391-\u03f9\u0400-\u04ff][A-Za-z0-9_]/,
    pattern: /[A-Za-z0-9_@]{0,120}[\u0391-\u03f9\u0400-\u04ff][A-Za-z0-9_\u0391-\u03f9\u0400-\u04ff]{1,120}/g,
    read: ([word]) => foldLookAlikes(word),
  },
  {
    // т.ме/x
    trigger: /[тt]\s?\.\s?[мm][еe]\s?\//iu,
    pattern: /(?<![\p{L}\p{N}.@/-])[тt] ?\. ?[мm][еe] ?\/ ?(?=[\w+])/giu,
    read: () => 't.me/',
  },
  {
    trigger: /h(?:xx|\*\*|хх)ps?/i,
    pattern: /(?<![A-Za-z0-9])h(?:xx|\*\*|хх)p(s?)(?=\s?[:[(])/gi,
    read: ([, s]) => `http${s}`,
  },
  {
    trigger: /\[\s?:?\s?(?:\/\/?)?\s?\]|\((?:slash|слэш|слеш)\)/i,
    pattern: /\[\s?(:\/\/|:|\/\/?)\s?\]|\s?[[(](?:slash|слэш|слеш)[\])]\s?/gi,
    read: ([, kept]) => kept ?? '/',
  },
  {
    trigger: /[[({]\s?(?:_|underscore|нижнее|подч)/i,
    pattern: / ?[[({]\s?(?:_|underscore|подч[её]ркивание|нижнее подч[её]ркивание)\s?[\])}] ?(?=\w)/gi,
    read: () => '_',
  },
  {
    // shop(at)mail, shop [собака] mail
    trigger: new RegExp(`[[({<]\\s?${AT}\\s?[\\])}>]`, 'i'),
    pattern: new RegExp(
      `(?<=[${WORD}]) ?[[({<]\\s?${AT}\\s?[\\])}>] ?(?=[${WORD}])|[[({<]\\s?${AT}\\s?[\\])}>](?=\\w)`,
      'gi',
    ),
    read: () => '@',
  },
  {
    // mail[.]ru, mail (точка) ru
    trigger: new RegExp(`[[({<]\\s?${DOT}\\s?[\\])}>]|\\[\\.|\\.\\]`, 'i'),
    pattern: new RegExp(
      `(?<=[${WORD}_-]) ?(?:[[({<]\\s?${DOT}\\s?[\\])}>]|\\[\\.(?!\\])|\\.\\]) ?(?=[${WORD}])`,
      'gi',
    ),
    read: () => '.',
  },
  {
    // mail точка ru
    trigger: /\s(?:точка|тчк|tochka|nuqta|нүкте)\s/i,
    pattern: /(?<=[A-Za-z0-9_-]) (?:точка|тчк|tochka|nuqta|нүкте) (?=([A-Za-z]{2,20})(?![A-Za-z]))/gi,
    read: ([, right = '']) => (isTopLevelDomain(right) || /^me$/i.test(right) ? '.' : undefined),
  },
  {
    // shop собака mail.ru
    trigger: /\s(?:собака|собачка|sobaka|kuchukcha|кучукча)\s/i,
    pattern:
      /(?<=[A-Za-z0-9_-]) (?:собака|собачка|sobaka|kuchukcha|кучукча) (?=[A-Za-z0-9-]{1,60}\.[A-Za-z]{2,20})/gi,
    read: () => '@',
  },
  {
    // shop at mail dot ru: only together, each alone is plain English.
    trigger: / dot /i,
    pattern: /(?<=[A-Za-z0-9_-]) at ([A-Za-z0-9-]{1,60}(?: dot [A-Za-z0-9-]{2,30}){1,4})(?![A-Za-z0-9-])/gi,
    read: ([, host = '']) => readSpokenHost(host),
  },
  {
    // mega нижнее подчёркивание shop
    trigger: /underscore|подч[её]ркивание/i,
    pattern: /(?<=[A-Za-z0-9]) (?:underscore|(?:нижнее )?подч[её]ркивание) (?=[A-Za-z0-9])/gi,
    read: () => '_',
  },
  {
    // телеграм собака shop
    trigger: /(?:телег\p{L}{1,4}|тг|telegram)[:\s-]{1,3}(?:собака|sobaka)/iu,
    pattern: /(?<=(?:телег\p{L}{1,4}|тг|telegram)[:\s-]{1,3})(?:собака|sobaka) (?=[a-z]\w{3,31}(?!\w))/giu,
    read: () => '@',
  },
  {
    // t dot me slash x
    trigger: /(?: dot me|t\.me) (?:slash|сл[эе]ш|слаш) /i,
    pattern: /(?<![A-Za-z0-9])t(?: dot |\.)me (?:slash|сл[эе]ш|слаш) (?=\w)/gi,
    read: () => 't.me/',
  },
  {
    // @ shop_bot
    trigger: /@ \w/,
    pattern: /(?<![A-Za-z0-9])@ (?=[A-Za-z]\w{3,31}(?!\w))(?=[A-Za-z0-9]{0,31}(?:_|bot(?!\w)))/gi,
    read: () => '@',
  },
  {
    // shop @ mail . ru
    trigger: /\w ?@ ?[\w-]{1,60}(?: \.|\. )|(?:mail|почт|жаб|jabber|xmpp)[^@\n]{0,40}\w ?@ ?\w/i,
    pattern:
      /(?: @(?<=[A-Za-z0-9_-] @)|@(?<=[A-Za-z0-9_-]@)) ?([A-Za-z0-9-]{1,60}(?: ?\. ?[A-Za-z0-9-]{2,30}){1,4})(?![A-Za-z0-9-])/g,
    read: (match, text) => readSpacedHost(match, text),
  },
  {
    // t%2Eme%2Fshop, %40shop, a whole link percent-encoded
    trigger: /%(?:2[ef]|3a|40|5f)/i,
    pattern: /(?<![\w%/?=&.:#-])(?:[\w.-]|%[0-9a-f]{2}){3,300}/gi,
    read: ([run]) => (/%(?:2[ef]|3a|40|5f)/i.test(run) ? decodePercent(run) : undefined),
  },
];

/** The passes that undo disguises, in order; each gets the text as the passes before it left it. */
export const DISGUISE_PASSES: readonly ((text: string) => Edit[])[] = DISGUISES.map(
  ({ trigger, pattern, read }) =>
    (text) => {
      const edits: Edit[] = [];
      if (!trigger.test(text)) return edits;
      for (const match of text.matchAll(pattern)) {
        const plain = read(match, text);
        if (plain === undefined || plain === match[0]) continue;
        edits.push({ start: match.index, end: match.index + match[0].length, text: plain });
      }
      return edits;
    },
);

function readSpacedLookAlikes(joined: string): string | undefined {
  let out = '';
  for (const character of joined) {
    if (/[\u0400-\u04ff]/.test(character) && !isLookAlike(character)) return undefined;
    out += foldLookAlikes(`a${character}`)?.slice(1) ?? character;
  }
  return out;
}

function readSpokenHost(host: string): string | undefined {
  const labels = host.split(/ dot /i);
  return isTopLevelDomain(labels.at(-1) ?? '') ? `@${labels.join('.')}` : undefined;
}

function readSpacedHost(match: RegExpMatchArray, text: string): string | undefined {
  const host = match[1]?.replace(/ /g, '') ?? '';
  if (!isTopLevelDomain(host.slice(host.lastIndexOf('.') + 1))) return undefined;
  const isSpacedAt = match[0].startsWith(' ') || match[0].includes('@ ');
  const isSpacedDot = / \.|\. /.test(match[1] ?? '');
  if (!isSpacedAt && !isSpacedDot) return undefined;
  const before = text.slice(Math.max(0, (match.index ?? 0) - 60), match.index);
  const isLabelled = /mail|почт|мыло|жаб|джаб|jabber|xmpp|пошта|pochta/i.test(before);
  if (/\.$/.test(match[1] ?? '') || (!isLabelled && !(isSpacedAt && isSpacedDot))) return undefined;
  return `@${host}`;
}
