/** A replacement in a text: what stood at [start, end) reads as `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A normalised text and the way back to the original's offsets (UTF-16 code units). */
export interface View {
  readonly text: string;
  /** Offset in the original of the character at `offset`. */
  startOf(offset: number): number;
  /** Exclusive end in the original of a range that ends, exclusively, at `offset` (at least 1). */
  endOf(offset: number): number;
}

/** The view that changes nothing. */
export function identityView(text: string): View {
  return { text, startOf: (offset) => offset, endOf: (offset) => offset };
}

/** Applies edits (sorted, not overlapping) to a view; the result maps back through it to the original. */
export function editView(base: View, edits: readonly Edit[]): View {
  if (edits.length === 0) return base;
  /** Where each edit's text begins in the result. */
  const places = new Int32Array(edits.length);
  let text = '';
  let from = 0;
  for (const [i, edit] of edits.entries()) {
    text += base.text.slice(from, edit.start);
    places[i] = text.length;
    text += edit.text;
    from = edit.end;
  }
  text += base.text.slice(from);
  return {
    text,
    startOf(offset) {
      const i = lastUpTo(places, offset);
      const edit = edits[i];
      if (!edit) return base.startOf(offset);
      const past = offset - (places[i] ?? 0) - edit.text.length;
      return base.startOf(past < 0 ? edit.start : edit.end + past);
    },
    endOf(offset) {
      const i = lastUpTo(places, offset - 1);
      const edit = edits[i];
      if (!edit) return base.endOf(offset);
      return base.endOf(edit.end + Math.max(0, offset - (places[i] ?? 0) - edit.text.length));
    },
  };
}

/** Index of the last of the ascending numbers that isn't above `limit`; -1 if there is none. */
function lastUpTo(ascending: Int32Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
