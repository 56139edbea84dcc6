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

interface Piece {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly same: boolean;
}

/** The view that changes nothing. */
export function identityView(text: string): View {
  return { text, startOf: (offset) => offset, endOf: (offset) => offset };
}

/** Applies edits (sorted, not overlapping) to a view; the result maps back through it to the original. */
export function editView(base: View, edits: readonly Edit[]): View {
  if (edits.length === 0) return base;
  const pieces: Piece[] = [];
  const parts: string[] = [];
  let at = 0;
  let from = 0;
  const push = (to: number, text: string, same: boolean) => {
    if (text.length > 0) {
      pieces.push({ at, from, to, same });
      parts.push(text);
      at += text.length;
    }
    from = to;
  };
  for (const edit of edits) {
    push(edit.start, base.text.slice(from, edit.start), true);
    push(edit.end, edit.text, false);
  }
  push(base.text.length, base.text.slice(from), true);
  return {
    text: parts.join(''),
    startOf(offset) {
      const piece = pieceAt(pieces, offset);
      if (!piece) return base.startOf(from);
      return base.startOf(piece.same ? piece.from + offset - piece.at : piece.from);
    },
    endOf(offset) {
      const piece = pieceAt(pieces, offset - 1);
      if (!piece) return base.endOf(offset);
      return base.endOf(piece.same ? piece.from + offset - piece.at : piece.to);
    },
  };
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}
