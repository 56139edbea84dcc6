import type { Capture } from '@/utils/domain/capture';
import type { Indicator, IndicatorMark, Sighting } from '@/utils/domain/indicator';
import { factPairs } from '@/utils/domain/indicator-facts';
import { marksOf } from './marks';
import type { BundleInput } from './model';

const COLUMNS = [
  'type',
  'value',
  'valid',
  'confidence',
  'capture',
  'captured_at',
  'page_url',
  'raw',
  'origin',
  'place',
  'start',
  'end',
  'context',
  'reason',
  'facts',
  'added_by',
  'added_at',
  'irrelevant',
  'irrelevant_reason',
  'irrelevant_by',
  'irrelevant_at',
] as const;

/**
 * `data/indicators.csv` by RFC 4180, one sighting a row (an indicator that a person added has one row without a
 * sighting), UTF-8 with a BOM for spreadsheet programs. Cells are made safe by `safeCell`; the exact strings are
 * in `indicators.json`.
 */
export function formatIndicatorsCsv(input: Pick<BundleInput, 'captures' | 'marks'>): string {
  const markOf = marksOf(input);
  const rows = input.captures.flatMap(({ capture, indicators }) =>
    indicators.flatMap((indicator) => {
      const { sightings } = indicator;
      const places: readonly (Sighting | null)[] = sightings.length > 0 ? sightings : [null];
      return places.map((sighting) => rowOf(capture, indicator, sighting, markOf(indicator)));
    }),
  );
  return `\uFEFF${[COLUMNS, ...rows].map((row) => `${row.map(quote).join(',')}\r\n`).join('')}`;
}

function rowOf(
  capture: Capture,
  { type, value, valid, confidence, reason, facts = {}, manual }: Indicator,
  sighting: Sighting | null,
  mark: IndicatorMark | undefined,
): string[] {
  return [
    type,
    value,
    valid ? 'yes' : 'no',
    confidence,
    String(capture.number),
    capture.startedAt,
    capture.url,
    sighting?.raw ?? '',
    sighting?.origin ?? '',
    sighting?.place ?? '',
    String(sighting?.start ?? ''),
    String(sighting?.end ?? ''),
    sighting?.context ?? '',
    reason,
    factPairs(facts)
      .map(([name, fact]) => `${name}=${fact}`)
      .join(' '),
    manual?.by ?? '',
    manual?.at ?? '',
    mark ? 'yes' : 'no',
    mark?.reason ?? '',
    mark?.by ?? '',
    mark?.at ?? '',
  ];
}

function quote(cell: string): string {
  return `"${safeCell(cell).replaceAll('"', '""')}"`;
}

/**
 * A cell that no spreadsheet program takes for a formula: an apostrophe goes before `= + - @` (full-width ones
 * too) where a cell could begin, which, for a program that splits at semicolons or tabs instead of commas, is
 * also after each of those and after line breaks. Control characters become U+FFFD.
 */
export function safeCell(text: string): string {
  return text
    .replace(/(^|[;\t\r\n])((?:[^\S\t\r\n]|")*)(?=[=+\-@＝＋－＠])/g, "$1'$2")
    .replace(/^(?=[\t\r\n])/, "'")
    .replace(/(?![\t\r\n])\p{Cc}/gu, '\uFFFD');
}
