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
const GAP = /[ \t]{0,2}[([-]{0,2}[ \t]{0,2}/y;

const INDEXES = new WeakMap<Scan, { readonly text: LabelIndex; readonly place: readonly LabelWord[] }>();

function indexOf(scan: Scan) {
  const known = INDEXES.get(scan);
  if (known) return known;
  const name = scan.place.replace(/[_[\]-]/g, ' ');
  const place: LabelWord[] = [];
  createLabelIndex(name).within(0, name.length, (word) => place.push(word));
  const index = { text: createLabelIndex(scan.text), place };
  INDEXES.set(scan, index);
  return index;
}

/**
 * The labels of these kinds around [start, end), nearest first: up to 64 characters before, up to 28 directly
 * after, and in the name of the source's place (`data-phone`).
 */
export function labelsNear(scan: Scan, start: number, end: number, kinds: readonly LabelKind[]): Label[] {
  const labels: Label[] = [];
  eachNear(scan, start, end, (word, side, distance) => {
    if (kinds.includes(word.kind)) labels.push({ kind: word.kind, word: word.word, distance, side });
  });
  if (labels.length < 2) return labels;
  return labels.sort((a, b) => weight(a) - weight(b) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}

/** The nearest label of one of the kinds, if any. */
export function labelNear(
  scan: Scan,
  start: number,
  end: number,
  kinds: readonly LabelKind[],
): Label | undefined {
  let nearest: Label | undefined;
  eachNear(scan, start, end, (word, side, distance) => {
    const turn = kinds.indexOf(word.kind);
    if (turn < 0) return;
    const nearer = nearest ? weight({ side, distance }) - weight(nearest) : -1;
    if (nearer > 0 || (nearer === 0 && nearest && kinds.indexOf(nearest.kind) <= turn)) return;
    nearest = { kind: word.kind, word: word.word, distance, side };
  });
  return nearest;
}

/** Calls `visit` with each word around [start, end), in the order before, after, place. */
function eachNear(
  scan: Scan,
  start: number,
  end: number,
  visit: (word: LabelWord, side: Label['side'], distance: number) => void,
): void {
  const { text, place } = indexOf(scan);
  text.within(Math.max(0, start - BEFORE), start, (word) => {
    if (word.end <= start) visit(word, 'before', start - word.end);
  });
  // What begins behind it, a space or a bracket between them or, as in «87011234567ватсап», nothing.
  GAP.lastIndex = end;
  GAP.test(scan.text);
  const from = GAP.lastIndex;
  if (from === end) for (const word of text.startingAt(end)) visit(word, 'after', word.at - end);
  text.within(from, from + AFTER, (word) => {
    if (word.end <= from + AFTER) visit(word, 'after', word.at - end);
  });
  for (const word of place) visit(word, 'place', BEFORE);
}

/** Words are written before what they name; one behind counts as nearest only in brackets or alone. */
function weight({ distance, side }: Pick<Label, 'distance' | 'side'>): number {
  return side === 'after' ? distance + BEHIND : distance;
}

/** How a label is told in an indicator's reason. */
export function describeLabel({ word, distance, side }: Label): string {
  return side === 'place' ? `label "${word}" in the place` : `label "${word}" ${distance} characters ${side}`;
}
