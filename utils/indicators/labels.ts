import type { Scan } from './family';
import { createLabelIndex, type LabelIndex, type LabelWord } from './label-index';
import type { LabelKind } from './label-words';

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

const INDEXES = new WeakMap<Scan, { readonly text: LabelIndex; readonly place: readonly LabelWord[] }>();

function indexOf(scan: Scan) {
  const known = INDEXES.get(scan);
  if (known) return known;
  const place = scan.place.replace(/[_[\]-]/g, ' ');
  const index = {
    text: createLabelIndex(scan.text),
    place: createLabelIndex(place).within(0, place.length),
  };
  INDEXES.set(scan, index);
  return index;
}

/**
 * The labels of these kinds around [start, end), nearest first: up to 64 characters before, up to 28 directly
 * after, and in the name of the source's place (`data-phone`).
 */
export function labelsNear(scan: Scan, start: number, end: number, kinds: readonly LabelKind[]): Label[] {
  const index = indexOf(scan);
  const labels: Label[] = [];
  const add = (side: Label['side'], { kind, word }: LabelWord, distance: number) => {
    if (kinds.includes(kind)) labels.push({ kind, word, distance, side });
  };
  for (const found of index.text.within(Math.max(0, start - BEFORE), start)) {
    if (found.end <= start) add('before', found, start - found.end);
  }
  for (const found of wordsAfter(scan, end, index.text)) add('after', found, found.at - end);
  for (const found of index.place) add('place', found, BEFORE);
  if (labels.length < 2) return labels;
  return labels.sort((a, b) => weight(a) - weight(b) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}

/** What begins behind the candidate, a space or a bracket between them or, as in «87011234567ватсап», nothing. */
function wordsAfter(scan: Scan, end: number, index: LabelIndex): LabelWord[] {
  const gap = /^[ \t]{0,2}[([-]{0,2}[ \t]{0,2}/.exec(scan.text.slice(end, end + 6))?.[0].length ?? 0;
  const words = index.within(end + gap, end + gap + AFTER).filter((word) => word.end <= end + gap + AFTER);
  return gap === 0 ? [...index.startingAt(end), ...words] : words;
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
