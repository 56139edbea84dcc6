import type { BundleCapture } from './model';

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
] as const;

/**
 * `data/indicators.csv` by RFC 4180, one sighting a row, UTF-8 with a BOM for spreadsheet programs. Cells are
 * made safe by `safeCell`; the exact strings are in `indicators.json`.
 */
export function formatIndicatorsCsv(captures: readonly BundleCapture[]): string {
  const rows = captures.flatMap(({ capture, indicators }) =>
    indicators.flatMap((indicator) =>
      indicator.sightings.map((sighting) => [
        indicator.type,
        indicator.value,
        indicator.valid ? 'yes' : 'no',
        indicator.confidence,
        String(capture.number),
        capture.startedAt,
        capture.url,
        sighting.raw,
        sighting.origin,
        sighting.place ?? '',
        sighting.start === undefined ? '' : String(sighting.start),
        sighting.end === undefined ? '' : String(sighting.end),
        sighting.context,
        indicator.reason,
        Object.entries(indicator.facts ?? {})
          .map(([name, value]) => `${name}=${value}`)
          .join(' '),
      ]),
    ),
  );
  return `\uFEFF${[COLUMNS, ...rows].map((row) => `${row.map(quote).join(',')}\r\n`).join('')}`;
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
