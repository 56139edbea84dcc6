import * as v from 'valibot';

/** Something that stands over what scrolls and doesn't move with it, in CSS pixels of the window. */
export interface Cover {
  /** The same number for the same element. */
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the window shows of the page, or of a box in it that scrolls by itself, after scrolling there. CSS pixels. */
export interface ScrollView {
  /** How far it is scrolled; negative in a box that grows upwards. */
  readonly top: number;
  /** Of all that can be scrolled to. */
  readonly contentHeight: number;
  readonly contentWidth: number;
  /** Where the window shows it; empty if it does not. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Height of the box itself, which may reach out of the window. */
  readonly boxHeight: number;
  readonly devicePixelRatio: number;
  /** More than 1: the reader has magnified a part with two fingers. */
  readonly magnified: number;
  readonly covers: readonly Cover[];
  /** Layers over most of the box: what is under them can't be seen anywhere else. */
  readonly layers: number;
  /** Pictures in view that were not there when the time to wait for them was over. */
  readonly unloaded: number;
  /** How far the content of a box went down since the last look, told by its text; null if it can't be told. */
  readonly moved: number | null;
  /** Lines of text in the box; empty for the page. */
  readonly text: readonly string[];
}

/**
 * Boxes of a page that scroll by themselves: numbers of those that matter, and how many there are. `closed`: big frames
 * not looked into.
 */
export interface ScrollBoxes {
  readonly chosen: readonly number[];
  readonly found: number;
  readonly closed: number;
}

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const rect = { x: finite, y: finite, width: finite, height: finite };

const viewSchema = v.object({
  top: finite,
  contentHeight: finite,
  contentWidth: finite,
  box: v.object(rect),
  boxHeight: finite,
  devicePixelRatio: v.pipe(finite, v.minValue(0.05), v.maxValue(50)),
  magnified: finite,
  covers: v.pipe(v.array(v.object({ id: count, ...rect })), v.maxLength(5_000)),
  layers: count,
  unloaded: count,
  moved: v.nullable(finite),
  text: v.array(v.string()),
});

const boxesSchema = v.object({
  chosen: v.pipe(v.array(count), v.maxLength(50)),
  found: count,
  closed: count,
});

/** Checks an answer of the script in the page, which is trusted in nothing. Throws a valibot `ValiError`. */
export function parseScrollView(value: unknown): ScrollView {
  return v.parse(viewSchema, value, { abortEarly: true });
}

/** The same for the list of boxes. */
export function parseScrollBoxes(value: unknown): ScrollBoxes {
  return v.parse(boxesSchema, value, { abortEarly: true });
}
