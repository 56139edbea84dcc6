import { Fragment, type ReactNode, useCallback, useMemo, useRef } from 'react';
import { keyed } from './keyed';
import { useWindowRows } from './use-window-rows';

interface Props<T> {
  readonly items: readonly T[];
  /** What an item is known by; those that share it are told apart by their order. The same function while it can be. */
  readonly keyOf: (item: T) => string;
  /** Height of an item that was not measured yet, in CSS pixels. */
  readonly estimate: number;
  readonly beyond?: number;
  readonly className?: string;
  readonly label?: string;
  readonly children: (item: T, index: number) => ReactNode;
}

/**
 * A list of which only the items near the window are drawn; each says its place among all. Items have no margin: their
 * heights are added up.
 */
export function LongList<T>({ items, keyOf, estimate, beyond, className, label, children }: Props<T>) {
  const list = useRef<HTMLUListElement>(null);
  const rows = useMemo(() => keyed(items, keyOf), [items, keyOf]);
  const { drawn, rest, measure } = useWindowRows(list, {
    count: rows.length,
    keyOf: useCallback((index: number) => rows[index]?.key ?? '', [rows]),
    estimate,
    beyond,
  });
  return (
    <ul ref={list} className={className} aria-label={label}>
      {drawn.map(({ index, gap }) => {
        const row = rows[index];
        return (
          row && (
            <Fragment key={row.key}>
              <Blank height={gap} />
              <li ref={measure} data-index={index} aria-setsize={rows.length} aria-posinset={index + 1}>
                {children(row.item, index)}
              </li>
            </Fragment>
          )
        );
      })}
      <Blank height={rest} />
    </ul>
  );
}

/** Stands for items that are not drawn. */
function Blank({ height }: { readonly height: number }) {
  return height > 0 && <li aria-hidden style={{ height, padding: 0, border: 0 }} />;
}
