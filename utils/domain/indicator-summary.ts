import type { Indicator, IndicatorConfidence, IndicatorMark } from './indicator';
import { type IndicatorFacts, mergeFacts } from './indicator-facts';

/** One indicator over all captures of a case. `firstSeen`, `lastSeen`: timestamps of captures. */
export interface IndicatorSummary {
  readonly type: string;
  readonly value: string;
  readonly valid: boolean;
  readonly confidence: IndicatorConfidence;
  readonly reason: string;
  readonly manual: boolean;
  readonly facts: IndicatorFacts;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** Captures of this case that hold it, oldest first. */
  readonly captureIds: readonly string[];
  readonly sightings: number;
  readonly mark: IndicatorMark | null;
}

const STRENGTH: Readonly<Record<IndicatorConfidence, number>> = { weak: 0, likely: 1, certain: 2 };

/** Key of a value within its type. */
export function indicatorKey({ type, value }: Pick<Indicator, 'type' | 'value'>): string {
  return `${type}\n${value}`;
}

/** Sums a case's indicators up, one row per `(type, value)`, in order of first sighting. */
export function summariseIndicators(
  rows: readonly (Indicator & { readonly captureId: string })[],
  captures: readonly { readonly id: string; readonly startedAt: string }[],
  marks: readonly IndicatorMark[],
): IndicatorSummary[] {
  const times = new Map(captures.map(({ id, startedAt }) => [id, startedAt]));
  const markOf = new Map(marks.map((mark) => [indicatorKey(mark), mark]));
  const sums = new Map<string, IndicatorSummary>();
  const moments = new Map(captures.map(({ id, startedAt }) => [id, Date.parse(startedAt)]));
  const at = ({ captureId }: { captureId: string }) => moments.get(captureId) ?? Number.NaN;
  for (const row of [...rows].sort((a, b) => at(a) - at(b))) {
    const key = indicatorKey(row);
    const time = times.get(row.captureId) ?? '';
    const known = sums.get(key);
    sums.set(key, known ? add(known, row, time) : begin(row, time, markOf.get(key) ?? null));
  }
  return [...sums.values()];
}

/** Of marks made in single cases those that hold over all: where every case that has the value marked it. */
export function marksOfAll(
  rows: readonly (Pick<Indicator, 'type' | 'value'> & { readonly caseId: string })[],
  marks: readonly IndicatorMark[],
): IndicatorMark[] {
  const isMarked = new Set(marks.map((mark) => `${mark.caseId}\n${indicatorKey(mark)}`));
  const unmarked = new Set(
    rows.filter((row) => !isMarked.has(`${row.caseId}\n${indicatorKey(row)}`)).map(indicatorKey),
  );
  const first = new Map(marks.toReversed().map((mark) => [indicatorKey(mark), mark]));
  return [...first.values()].filter((mark) => !unmarked.has(indicatorKey(mark)));
}

function begin(
  row: Indicator & { readonly captureId: string },
  time: string,
  mark: IndicatorMark | null,
): IndicatorSummary {
  const { type, value, valid, confidence, reason, facts = {}, manual } = row;
  return {
    type,
    value,
    valid,
    confidence,
    reason,
    manual: manual !== undefined,
    facts,
    firstSeen: time,
    lastSeen: time,
    captureIds: [row.captureId],
    sightings: row.sightings.length,
    mark,
  };
}

function add(
  sum: IndicatorSummary,
  row: Indicator & { readonly captureId: string },
  time: string,
): IndicatorSummary {
  const isStronger = STRENGTH[row.confidence] > STRENGTH[sum.confidence];
  return {
    ...sum,
    valid: sum.valid || row.valid,
    confidence: isStronger ? row.confidence : sum.confidence,
    reason: isStronger ? row.reason : sum.reason,
    manual: sum.manual && row.manual !== undefined,
    facts: mergeFacts(sum.facts, row.facts ?? {}),
    lastSeen: time,
    captureIds: sum.captureIds.includes(row.captureId) ? sum.captureIds : [...sum.captureIds, row.captureId],
    sightings: sum.sightings + row.sightings.length,
  };
}
