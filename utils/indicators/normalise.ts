import type { IndicatorOrigin } from '@/utils/domain/indicator';
import { type Edit, editView, identityView, type View } from './view';

/** Characters without width or with direction only, soft hyphen, variation selectors. */
const INVISIBLE =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufe00-\\ufe0f\\ufeff';
const SPACES = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
const DASHES = '\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d';
/** Compatibility forms that NFKC turns into ASCII: full width, mathematical, circled, superscript letters and digits. */
const COMPATIBLE =
  '\\u00aa\\u00b2\\u00b3\\u00b9\\u00ba\\u2024\\u2070-\\u209c\\u2460-\\u24ff\\ufe52\\ufe55\\ufe6b\\uff01-\\uff5e\\u{1d400}-\\u{1d7ff}\\u{1f130}-\\u{1f149}';

const SPECIAL = new RegExp(
  `[${INVISIBLE}]{1,200}|[${SPACES}]|[${DASHES}]|[${COMPATIBLE}]|[\\u3002\\uff0e\\uff61\\u2219\\u00b7\\ufe6b]`,
  'gu',
);
const HAS_SPECIAL = new RegExp(SPECIAL.source, 'u');
const IS_INVISIBLE = new RegExp(`^[${INVISIBLE}]`, 'u');
const IS_SPACE = new RegExp(`^[${SPACES}]`, 'u');
const IS_DASH = new RegExp(`^[${DASHES}]`, 'u');

/**
 * The text as one would type it, with the way back to what stood there: nothing without width, one kind of
 * space and hyphen, compatibility forms as ASCII (NFKC), embedded data gone, disguises undone.
 */
export function normaliseText(text: string, origin: IndicatorOrigin): View {
  let view = identityView(text);
  view = editView(view, embeddedData(view.text));
  if (HAS_SPECIAL.test(view.text)) view = editView(view, specialCharacters(view.text));
  return view;
}

function specialCharacters(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(SPECIAL)) {
    edits.push({ start: match.index, end: match.index + match[0].length, text: plainForm(match[0]) });
  }
  return edits;
}

function plainForm(special: string): string {
  if (IS_INVISIBLE.test(special)) return '';
  if (IS_SPACE.test(special)) return ' ';
  if (IS_DASH.test(special)) return '-';
  if (/[\u3002\uff0e\uff61\u2219\u00b7]/.test(special)) return '.';
  return special.normalize('NFKC');
}

/** `data:` URIs and long base64 hold no identifiers, only noise: each reads as one object character. */
function embeddedData(text: string): Edit[] {
  const edits: Edit[] = [];
  const pattern = /data:[a-z]{1,20}\/[\w.+-]{1,60}(?:;[\w.+=-]{1,60}){0,4},\S{0,20}|[A-Za-z0-9+/_-]{220}/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    let end = match.index + match[0].length;
    while (end < text.length && /[A-Za-z0-9+/=_%-]/.test(text[end] ?? '')) end += 1;
    if (match[0].startsWith('data:') || isBase64(match[0])) {
      edits.push({ start: match.index, end, text: '\ufffc' });
    }
    pattern.lastIndex = end;
  }
  return edits;
}

function isBase64(run: string): boolean {
  return (
    /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run) && !/^lnbc|^u1[02-9ac-hj-np-z]{30}/i.test(run)
  );
}
