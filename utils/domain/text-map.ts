/** A part of a page, in CSS pixels from the top left corner of the top document. */
export interface PageRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const COLUMNS = ['start', 'end', 'x', 'y', 'width', 'height'] as const;

/** One line of `text.txt`: its offsets (UTF-16 code units, end exclusive), then where it stood, whole CSS pixels. */
export type TextBlock = readonly [
  start: number,
  end: number,
  x: number,
  y: number,
  width: number,
  height: number,
];

/** The content of `text-map.json`. Lines whose place is not known, or that scrolling hid, are not in it. */
export interface TextMap {
  readonly format: 'osmotr-text-map/1';
  readonly columns: typeof COLUMNS;
  /** In order of `start`. */
  readonly blocks: readonly TextBlock[];
}

/** A map of these lines. */
export function createTextMap(blocks: readonly TextBlock[]): TextMap {
  return { format: 'osmotr-text-map/1', columns: COLUMNS, blocks };
}

/** What `text-map.json` says; null if it is no such map. */
export function parseTextMap(value: unknown): TextMap | null {
  if (typeof value !== 'object' || value === null) return null;
  const { format, blocks } = value as { format?: unknown; blocks?: unknown };
  if (format !== 'osmotr-text-map/1' || !Array.isArray(blocks) || !blocks.every(isBlock)) return null;
  return createTextMap(blocks);
}

function isBlock(value: unknown): value is TextBlock {
  return Array.isArray(value) && value.length === COLUMNS.length && value.every(Number.isFinite);
}

/** Where the text from `start` to `end` stood: all its lines together; null if that of none is known. */
export function placeOfText({ blocks }: TextMap, start: number, end: number): PageRect | null {
  const found = blocks.filter((block) => block[0] < end && block[1] > start);
  if (found.length === 0) return null;
  const x = Math.min(...found.map((block) => block[2]));
  const y = Math.min(...found.map((block) => block[3]));
  const right = Math.max(...found.map((block) => block[2] + block[4]));
  const bottom = Math.max(...found.map((block) => block[3] + block[5]));
  return { x, y, width: right - x, height: bottom - y };
}
