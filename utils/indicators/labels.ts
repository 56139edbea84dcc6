import type { Scan } from './family';
import { LABEL_WORDS, type LabelKind } from './label-words';

/** A word that says what stands beside it; distance in characters of the normalised text. */
export interface Label {
  readonly kind: LabelKind;
  readonly word: string;
  readonly distance: number;
  readonly side: 'before' | 'after' | 'place';
}

const BEFORE = 64;
const AFTER = 28;
const BEHIND = 12;

/** Letters as the labels' languages have them: cheaper than `\\p{L}`, which would need the unicode mode. */
const LETTER = '[a-z\\u0400-\\u04ff]';

const PATTERNS = new Map<LabelKind, RegExp>(
  Object.entries(LABEL_WORDS).map(([kind, words]) => [
    kind as LabelKind,
    new RegExp(`(?<![a-z\\u0400-\\u04ff\\d])(?:${words.replaceAll('\\p{L}', LETTER)})(?!${LETTER})`, 'g'),
  ]),
);

/**
 * The labels of these kinds around [start, end), nearest first: up to 64 characters before, up to 28 directly
 * after, and in the name of the source's place (`data-phone`).
 */
export function labelsNear(scan: Scan, start: number, end: number, kinds: readonly LabelKind[]): Label[] {
  const from = Math.max(0, start - BEFORE);
  const before = scan.text.slice(from, start);
  const gap = /^[ \t]{0,2}[([-]{0,2}[ \t]{0,2}/.exec(scan.text.slice(end, end + 6))?.[0].length ?? 0;
  const after = scan.text.slice(end + gap, end + gap + AFTER);
  const place = scan.place.replace(/[_[\]-]/g, ' ');
  const labels: Label[] = [];
  for (const kind of kinds) {
    for (const { word, at } of find(before, kind)) {
      labels.push({ kind, word, distance: before.length - at - word.length, side: 'before' });
    }
    for (const { word, at } of find(after, kind)) {
      labels.push({ kind, word, distance: at + gap, side: 'after' });
    }
    for (const { word } of find(place, kind)) labels.push({ kind, word, distance: BEFORE, side: 'place' });
  }
  return labels.sort((a, b) => weight(a) - weight(b));
}

/** Words are written before what they name; one behind counts as nearest only in brackets or alone. */
function weight({ distance, side }: Label): number {
  return side === 'after' ? distance + BEHIND : distance;
}

/** The nearest label of one of the kinds, if any. */
export function labelNear(
  scan: Scan,
  start: number,
  end: number,
  kinds: readonly LabelKind[],
): Label | undefined {
  return labelsNear(scan, start, end, kinds)[0];
}

/** How a label is told in an indicator's reason. */
export function describeLabel({ word, distance, side }: Label): string {
  return side === 'place' ? `label "${word}" in the place` : `label "${word}" ${distance} characters ${side}`;
}

function* find(text: string, kind: LabelKind): Generator<{ word: string; at: number }> {
  const pattern = PATTERNS.get(kind);
  if (!pattern || text.length === 0) return;
  const lower = text.toLowerCase();
  for (const { 0: word, index } of lower.matchAll(pattern)) {
    yield { word: text.slice(index, index + word.length), at: index };
  }
}
