import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

/** Rows drawn beyond both ends of the window: enough to tab on and to scroll without a gap. */
const BEYOND = 20;

interface Options {
  readonly count: number;
  /** What a row is known by when the order changes; the same function while the rows are the same. */
  readonly keyOf: (index: number) => string;
  /** Height of a row that was not measured yet, in CSS pixels. */
  readonly estimate: number;
  /** Row numbers that stay drawn wherever the window is: something was unfolded or typed there. */
  readonly held?: readonly number[];
}

/** A row that is drawn; `gap`: the pixels left blank between it and the one drawn before. */
export interface WindowRow {
  readonly index: number;
  readonly gap: number;
}

/**
 * Which rows of a long table are drawn: those near the window. Each row gets `measure` as its ref and its number as
 * `data-index`; `rest` are the pixels left blank behind the last.
 */
export function useWindowRows(
  table: RefObject<HTMLElement | null>,
  { count, keyOf, estimate, held = NONE }: Options,
) {
  const [top, setTop] = useState(0);
  // Whatever comes and goes above the table moves it.
  useLayoutEffect(() => {
    if (table.current) setTop(Math.round(table.current.getBoundingClientRect().top + window.scrollY));
  });
  const rows = useWindowVirtualizer({
    count,
    getItemKey: keyOf,
    estimateSize: () => estimate,
    overscan: BEYOND,
    scrollMargin: top,
    measureElement: heightOf,
    rangeExtractor: useCallback(
      (range: Range) =>
        [...new Set([...defaultRangeExtractor(range), ...held.filter((index) => index < range.count)])].sort(
          (a, b) => a - b,
        ),
      [held],
    ),
  });
  let end = top;
  const drawn = rows.getVirtualItems().map((item): WindowRow => {
    const gap = Math.max(0, item.start - end);
    end = item.end;
    return { index: item.index, gap };
  });
  return { drawn, rest: Math.max(0, top + rows.getTotalSize() - end), measure: rows.measureElement };
}

const NONE: readonly number[] = [];

function heightOf(element: Element): number {
  return element.getBoundingClientRect().height;
}
