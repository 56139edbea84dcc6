interface GridSize {
  readonly count: number;
  readonly columns: number;
  /** Rows that are seen at once. */
  readonly pageRows: number;
}

/** Where a key leads from the item at `index` (-1: from none); null: that key doesn't move. */
export function moveIndex(key: string, index: number, { count, columns, pageRows }: GridSize): number | null {
  const step = STEPS[key]?.({ columns, pageRows, count });
  if (step === undefined || count === 0) return null;
  if (index < 0) return key === 'End' ? count - 1 : 0;
  return Math.min(count - 1, Math.max(0, index + step));
}

const STEPS: Readonly<Record<string, (size: GridSize) => number>> = {
  ArrowDown: ({ columns }) => columns,
  ArrowUp: ({ columns }) => -columns,
  ArrowRight: () => 1,
  ArrowLeft: () => -1,
  PageDown: ({ columns, pageRows }) => columns * Math.max(1, pageRows - 1),
  PageUp: ({ columns, pageRows }) => -columns * Math.max(1, pageRows - 1),
  Home: ({ count }) => -count,
  End: ({ count }) => count,
};

/** How a click or a key changes what is chosen: only this, this too or no more, or all from the last one to this. */
export type Pick = 'toggle' | 'range';

/** The ids chosen after `id` was picked; a range goes from `from`, in the order shown. */
export function pickIds(
  chosen: ReadonlySet<string>,
  ids: readonly string[],
  { id, from, pick }: { readonly id: string; readonly from: string | null; readonly pick: Pick },
): ReadonlySet<string> {
  const next = new Set(chosen);
  if (pick === 'toggle') {
    if (!next.delete(id)) next.add(id);
    return next;
  }
  // A beginning that the filter hides is none.
  const begin = from !== null && ids.includes(from) ? from : id;
  const edges = [ids.indexOf(begin), ids.indexOf(id)];
  for (const between of ids.slice(Math.min(...edges), Math.max(...edges) + 1)) next.add(between);
  return next;
}
