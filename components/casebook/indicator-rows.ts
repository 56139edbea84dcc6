import type { IndicatorConfidence } from '@/utils/domain/indicator';
import type { IndicatorSummary } from '@/utils/domain/indicator-summary';
import { familyOf, type IndicatorFamily, typeOrder } from '../capture/indicator-families';

/** A row of a case's table of indicators. */
export interface IndicatorRow extends IndicatorSummary {
  /** Titles of other cases that have it; empty while they are looked up. */
  readonly otherCases: readonly string[];
  /** First seen in the latest capture of the case. */
  readonly isNew: boolean;
}

export const INDICATOR_COLUMNS = [
  'type',
  'value',
  'firstSeen',
  'lastSeen',
  'captures',
  'confidence',
  'otherCases',
] as const;
export type IndicatorColumn = (typeof INDICATOR_COLUMNS)[number];

export interface IndicatorOrder {
  readonly column: IndicatorColumn;
  readonly descending: boolean;
}

export interface IndicatorFilter {
  /** Words that stand in the value, the type's name, the grounds, the facts, the mark, or another case's title. */
  readonly search: string;
  readonly family: IndicatorFamily | null;
  readonly type: string | null;
  /** `suspect`: broken checksum, whatever its confidence. */
  readonly confidence: IndicatorConfidence | 'suspect' | null;
  readonly onlyNew: boolean;
  readonly withIrrelevant: boolean;
}

export const NO_FILTER: IndicatorFilter = {
  search: '',
  family: null,
  type: null,
  confidence: null,
  onlyNew: false,
  withIrrelevant: true,
};

/** How codes of a row are shown. */
export interface ShownWords {
  readonly type: (type: string) => string;
  readonly ground: (reason: string) => string;
}

/** The rows that a filter lets through; `shown` gives the words for a type and for grounds that the search sees. */
export function filterRows(
  rows: readonly IndicatorRow[],
  filter: IndicatorFilter,
  shown: ShownWords,
): IndicatorRow[] {
  const words = fold(filter.search).split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (filter.family === null || familyOf(row.type) === filter.family) &&
      (filter.type === null || row.type === filter.type) &&
      hasConfidence(row, filter.confidence) &&
      (!filter.onlyNew || row.isNew) &&
      (filter.withIrrelevant || row.mark === null) &&
      (words.length === 0 || holdsWords(row, words, shown)),
  );
}

function hasConfidence({ valid, confidence }: IndicatorRow, wanted: IndicatorFilter['confidence']): boolean {
  if (wanted === null) return true;
  return wanted === 'suspect' ? !valid : valid && confidence === wanted;
}

function holdsWords(row: IndicatorRow, words: readonly string[], shown: ShownWords): boolean {
  const { type, value, reason, facts, mark, otherCases } = row;
  const texts = [
    shown.type(type),
    type,
    value,
    reason,
    shown.ground(reason),
    ...Object.values(facts),
    mark?.reason ?? '',
    ...otherCases,
  ];
  const text = fold(texts.join('\n'));
  return words.every((word) => text.includes(word));
}

/** Without regard to case, nor to `ё` and `е`. */
function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').trim();
}

const STRENGTH: Readonly<Record<IndicatorConfidence, number>> = { weak: 1, likely: 2, certain: 3 };

/** The rows in an order; equal ones stay as they were. */
export function sortRows(
  rows: readonly IndicatorRow[],
  { column, descending }: IndicatorOrder,
): IndicatorRow[] {
  const compare = COMPARE[column];
  return rows.toSorted((a, b) => (descending ? compare(b, a) : compare(a, b)));
}

type Compare = (a: IndicatorRow, b: IndicatorRow) => number;

const COMPARE: Readonly<Record<IndicatorColumn, Compare>> = {
  type: (a, b) => typeOrder(a.type) - typeOrder(b.type),
  value: (a, b) => a.value.localeCompare(b.value),
  firstSeen: (a, b) => Date.parse(a.firstSeen) - Date.parse(b.firstSeen),
  lastSeen: (a, b) => Date.parse(a.lastSeen) - Date.parse(b.lastSeen),
  captures: (a, b) => a.captureIds.length - b.captureIds.length,
  confidence: (a, b) => strengthOf(a) - strengthOf(b),
  otherCases: (a, b) => a.otherCases.length - b.otherCases.length,
};

function strengthOf({ valid, confidence }: IndicatorRow): number {
  return valid ? STRENGTH[confidence] : 0;
}
