import type { Scan } from './family';
import type { LabelKind } from './label-words';
import { type Label, labelsNear } from './labels';

const KINDS: readonly LabelKind[] = ['whatsapp', 'viber', 'signal', 'telegram', 'qiwi', 'phone', 'notPhone'];
/** What stands between names of one list: «WhatsApp / Viber и Telegram». */
const LIST_GAP = /^[\s.,:/|&+()·-]{0,3}(?:(?:и|va|ва|және|and|or|или)\s)?$/i;

/** «Номер WhatsApp» speaks of one number, not of two kinds of it. */
const MERE_NUMBER = /^(?:номер|нөмір|raqam|рақам|контакт|contact|связ|байланыс|aloqa|алоқа|оператор|курьер)/i;

/**
 * The words that say what the number at [start, end) is for: the nearest before it with its list («WhatsApp/Viber:»),
 * and one directly behind it in brackets. A word that belongs to another number beside it doesn't count.
 */
export function readContactLabels(scan: Scan, start: number, end: number): Label[] {
  const all = labelsNear(scan, start, end, KINDS);
  const after = all.filter(({ side, distance }) => side === 'after' && distance <= 4);
  const list = cluster(
    all.filter(({ side }) => side === 'before'),
    scan,
    start,
  );
  const place = all.filter(({ side }) => side === 'place');
  const near = after.length > 0 && (list[0]?.kind === 'phone' || list.length === 0) ? after.slice(0, 1) : [];
  const chosen = [...list, ...near, ...(list.length + near.length === 0 ? place.slice(0, 1) : [])];
  const isNamed = chosen.some(({ kind }) => kind !== 'phone');
  const named = isNamed ? chosen.filter((label) => !MERE_NUMBER.test(label.word)) : chosen;
  return named.filter((label, i) => named.findIndex(({ kind }) => kind === label.kind) === i);
}

/** Nearest first: the nearest that is the number's own, then each whose gap to the one behind it is a list's. */
function cluster(labels: readonly Label[], scan: Scan, start: number): Label[] {
  const list: Label[] = [];
  for (const label of labels) {
    const last = list.at(-1);
    if (last) {
      const gapStart = start - label.distance;
      const gapEnd = start - last.distance - last.word.length;
      if (gapEnd < gapStart || !LIST_GAP.test(scan.text.slice(gapStart, gapEnd))) break;
    }
    if (isOwn(label, scan, start)) list.push(label);
  }
  return list;
}

function isOwn({ distance, word }: Label, scan: Scan, start: number): boolean {
  const labelEnd = start - distance;
  const gap = scan.text.slice(labelEnd, start);
  // «+7 701 … (WhatsApp), +7 702 …»: the word in brackets belongs to the number before it.
  const lead = scan.text.slice(Math.max(0, labelEnd - word.length - 8), labelEnd - word.length);
  if (/^[^(]{0,12}\)/.test(gap) && /\d ?\([^)]{0,6}$/.test(lead)) return false;
  // Another number stands between: then the word is for both only if they make one list on one line.
  if (!/(?:\d[ ()-]{0,2}){5}/.test(gap)) return true;
  const rest = gap
    .replace(/\([^)]{0,30}\)/g, '')
    .replace(/(?<!\p{L})(?:и|или|va|ва|және|and|or)(?!\p{L})/gu, '');
  return /^[\d ().,:;/|+-]*$/.test(rest);
}
