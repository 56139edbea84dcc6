import type { IndicatorOrigin } from '@/utils/domain/indicator';
import { DISGUISE_PASSES } from './disguises';
import { type Edit, editView, identityView, type View } from './view';

/** Characters without width or with direction only, soft hyphen, variation selectors. */
const INVISIBLE =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufe00-\\ufe0f\\ufeff';
const SPACES = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
const DASHES = '\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d';
const DOTS = '\\u00b7\\u2219\\u2024\\u3002\\ufe52\\uff0e\\uff61';
/** What NFKC turns into ASCII: full width, superscript, circled and mathematical letters and digits. */
const COMPATIBLE =
  '\\u00aa\\u00b2\\u00b3\\u00b9\\u00ba\\u2070-\\u209c\\u2460-\\u24ff\\ufe55\\ufe6b\\uff01-\\uff5e\\u{1d400}-\\u{1d7ff}\\u{1f130}-\\u{1f149}';

const SPECIAL_CLASSES = `[${INVISIBLE}]{1,200}|[${SPACES}${DASHES}${DOTS}${COMPATIBLE}]`;
const SPECIAL = new RegExp(SPECIAL_CLASSES, 'gu');
const HAS_SPECIAL = new RegExp(SPECIAL_CLASSES, 'u');
const IS_INVISIBLE = new RegExp(`^[${INVISIBLE}]`, 'u');
const IS_SPACE = new RegExp(`^[${SPACES}]`, 'u');
const IS_DASH = new RegExp(`^[${DASHES}]`, 'u');
const IS_DOT = new RegExp(`^[${DOTS}]`, 'u');

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  commat: '@',
  period: '.',
  lowbar: '_',
  sol: '/',
  colon: ':',
  plus: '+',
  num: '#',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  zwnj: '',
};
const ENTITY = /&(?:#(\d{2,6})|#x([0-9a-f]{2,5})|([a-z]{3,6}));/gi;
const ESCAPE = /\\(?:u\{?([0-9a-f]{4,5})\}?|x([0-9a-f]{2})|([/"'nrt]))/gi;

/**
 * The text as one would type it, with the way back to what stood there: embedded data gone, escapes and entities
 * resolved, nothing without width, one kind of space and hyphen, compatibility forms as ASCII (NFKC), disguises
 * undone.
 */
export function normaliseText(text: string, origin: IndicatorOrigin): View {
  let view = identityView(text);
  view = editView(view, embeddedData(view.text));
  const isCode = origin === 'script' || origin === 'attribute' || origin === 'comment' || origin === 'meta';
  if (isCode && view.text.includes('\\')) view = editView(view, escapes(view.text));
  if (view.text.includes('&')) view = editView(view, entities(view.text));
  if (HAS_SPECIAL.test(view.text)) view = editView(view, specialCharacters(view.text));
  for (const pass of DISGUISE_PASSES) view = editView(view, pass(view.text));
  return view;
}

function specialCharacters(text: string): Edit[] {
  return editsOf(text, SPECIAL, ([special]) => plainForm(special));
}

function plainForm(special: string): string {
  if (IS_INVISIBLE.test(special)) return '';
  if (IS_SPACE.test(special)) return ' ';
  if (IS_DASH.test(special)) return '-';
  if (IS_DOT.test(special)) return '.';
  return special.normalize('NFKC');
}

function escapes(text: string): Edit[] {
  return editsOf(text, ESCAPE, ([, unicode, byte, plain]) => {
    const code = unicode ?? byte;
    if (code) return String.fromCodePoint(Number.parseInt(code, 16));
    return plain && 'nrt'.includes(plain) ? '\n' : (plain ?? '');
  });
}

function entities(text: string): Edit[] {
  return editsOf(text, ENTITY, ([whole, decimal, hex, name]) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function editsOf(text: string, pattern: RegExp, read: (match: RegExpMatchArray) => string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(pattern)) {
    const plain = read(match);
    if (plain !== match[0])
      edits.push({ start: match.index, end: match.index + match[0].length, text: plain });
  }
  return edits;
}

const EMBEDDED =
  /data:[a-z]{1,20}\/[\w.+-]{1,60}(?:;[\w.+=-]{1,60}){0,4},\S{0,20}|(?<![A-Za-z0-9+/_=.?&:#%~-])[A-Za-z0-9+/_-]{220}/g;

/** `data:` URIs and long base64 hold no identifiers, only noise: each reads as one object character. */
function embeddedData(text: string): Edit[] {
  const edits: Edit[] = [];
  EMBEDDED.lastIndex = 0;
  for (let match = EMBEDDED.exec(text); match; match = EMBEDDED.exec(text)) {
    let end = match.index + match[0].length;
    while (end < text.length && /[A-Za-z0-9+/=_%-]/.test(text[end] ?? '')) end += 1;
    if (match[0].startsWith('data:') || isBase64(match[0])) {
      edits.push({ start: match.index, end, text: '\ufffc' });
    }
    EMBEDDED.lastIndex = end;
  }
  return edits;
}

/** Words joined by hyphens and invoices in one case aren't base64, which mixes capitals, small letters, digits. */
function isBase64(run: string): boolean {
  return /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run);
}
