import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';

interface Options {
  readonly count: number;
  /** What a row is known by when the order changes; the same function while the rows are the same. */
  readonly keyOf: (index: number) => string;
  /** Height of a row that was not measured yet, in CSS pixels. */
  readonly estimate: number;
  /** Rows drawn beyond both ends of what is seen: enough to tab on and to scroll without a gap. */
  readonly beyond?: number;
  /** Row numbers that stay drawn wherever one scrolls: something was unfolded or typed there. */
  readonly held?: readonly number[];
}

/** A row that is drawn; `gap`: the pixels left blank between it and the one drawn before. */
export interface WindowRow {
  readonly index: number;
  readonly gap: number;
}

/**
 * Which rows of a long table or list are drawn: those near what its scroller, or the window, shows, and the one that has
 * the focus. Each row gets `measure` as its ref and its number as `data-index`; `rest` are the pixels left blank behind
 * the last.
 */
export function useWindowRows(
  rowsIn: RefObject<HTMLElement | null>,
  { count, keyOf, estimate, beyond = 20, held = NONE }: Options,
) {
  const top = useTop(rowsIn);
  const focused = useFocusedRow(rowsIn);
  const rows = useVirtualizer<Element, Element>({
    count,
    getItemKey: keyOf,
    estimateSize: () => estimate,
    overscan: beyond,
    scrollMargin: top,
    getScrollElement: () => scrollerOf(rowsIn.current),
    observeElementRect: observeSize,
    observeElementOffset: observeOffset,
    measureElement: heightOf,
    rangeExtractor: useCallback(
      (range: Range) => {
        const kept = [...held, ...focused].filter((index) => index < range.count);
        return [...new Set([...defaultRangeExtractor(range), ...kept])].sort((a, b) => a - b);
      },
      [held, focused],
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

/** What moves an element up and down; `documentElement` for the window. */
function scrollerOf(element: Element | null): Element | null {
  for (let outer = element?.parentElement; outer; outer = outer.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(outer).overflowY)) return outer;
  }
  return element && document.documentElement;
}

/** Where the rows begin in what is scrolled. */
function useTop(rowsIn: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  const measure = useCallback(() => {
    const scroller = scrollerOf(rowsIn.current);
    if (!rowsIn.current || !scroller) return;
    const isWindow = scroller === document.documentElement;
    const origin = isWindow ? 0 : scroller.getBoundingClientRect().top + scroller.clientTop;
    setTop(Math.round(rowsIn.current.getBoundingClientRect().top - origin + scroller.scrollTop));
  }, [rowsIn]);
  // Whatever comes and goes above the rows moves them.
  useLayoutEffect(measure);
  useEffect(() => {
    const scroller = scrollerOf(rowsIn.current);
    if (!scroller) return;
    const observer = new ResizeObserver(measure);
    for (const element of [scroller, ...scroller.children]) observer.observe(element);
    return () => observer.disconnect();
  }, [rowsIn, measure]);
  return top;
}

/** The row that has the focus, if one has: taken out of the page, it would take the focus with it. */
function useFocusedRow(rowsIn: RefObject<HTMLElement | null>): readonly number[] {
  const [focused, setFocused] = useState(NONE);
  useEffect(() => {
    const element = rowsIn.current;
    if (!element) return;
    const come = ({ target }: FocusEvent) => {
      // Not by the nearest number: a row may hold a list of its own.
      const row = target instanceof Node && Array.from(element.children).find((it) => it.contains(target));
      if (row instanceof HTMLElement && row.dataset.index) setFocused([Number(row.dataset.index)]);
    };
    const go = () => setFocused(NONE);
    element.addEventListener('focusin', come);
    element.addEventListener('focusout', go);
    return () => {
      element.removeEventListener('focusin', come);
      element.removeEventListener('focusout', go);
    };
  }, [rowsIn]);
  return focused;
}

type Rows = Virtualizer<Element, Element>;

/** The window's size is that of the document's root, which the library measures whole. */
function observeSize({ scrollElement }: Rows, tell: (size: { width: number; height: number }) => void) {
  if (!scrollElement) return;
  const say = () => tell({ width: scrollElement.clientWidth, height: scrollElement.clientHeight });
  const observer = new ResizeObserver(say);
  say();
  observer.observe(scrollElement);
  window.addEventListener('resize', say);
  return () => {
    observer.disconnect();
    window.removeEventListener('resize', say);
  };
}

/** The window's scrolling is heard at the document. */
function observeOffset({ scrollElement }: Rows, tell: (offset: number, isScrolling: boolean) => void) {
  if (!scrollElement) return;
  const source = scrollElement === document.documentElement ? document : scrollElement;
  const scroll = () => tell(scrollElement.scrollTop, true);
  const end = () => tell(scrollElement.scrollTop, false);
  // Else the library begins by going to where it believes to be: the top.
  end();
  source.addEventListener('scroll', scroll, { passive: true });
  source.addEventListener('scrollend', end, { passive: true });
  return () => {
    source.removeEventListener('scroll', scroll);
    source.removeEventListener('scrollend', end);
  };
}
