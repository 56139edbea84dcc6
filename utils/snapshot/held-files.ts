import { toBase64 } from '@/utils/domain/base64';

/** Bytes from which on a file is held: below, a Blob costs more than the string. */
const HELD_FROM = 16_384;

/** And that stand in the markup all the same: a small page is put together without waiting for the browser. */
const MOST_IN_MARKUP = 500_000;

/**
 * Files that stand outside of the markup until it is written: as strings, a hundred megabytes of pictures would be in memory
 * several times until the browser collects what is left of them.
 */
export interface HeldFiles {
  /** What stands in markup for the file in base64: that, or a mark. */
  hold(bytes: Uint8Array): string;
  /** Every file stands in the markup so far. */
  readonly isEmpty: boolean;
  /** Pieces of markup with the files in the places of their marks. */
  fill(pieces: readonly string[]): (string | Blob)[];
}

/** `secret`: letters, digits and dashes that no page can guess, so that nothing in it passes for a mark. */
export function createHeldFiles(secret: string, mostInMarkup = MOST_IN_MARKUP): HeldFiles {
  let inMarkup = 0;
  const files = new Map<string, Blob>();
  const marks = new RegExp(`(osmotr-held-${secret}-\\d+-)`);
  return {
    hold(bytes) {
      if (bytes.length < HELD_FROM) return toBase64(bytes);
      if (inMarkup + bytes.length <= mostInMarkup) {
        inMarkup += bytes.length;
        return toBase64(bytes);
      }
      const mark = `osmotr-held-${secret}-${files.size}-`;
      files.set(mark, new Blob([toBase64(bytes)]));
      return mark;
    },
    get isEmpty() {
      return files.size === 0;
    },
    fill: (pieces) =>
      files.size === 0
        ? [...pieces]
        : pieces.flatMap((piece) => piece.split(marks).map((part) => files.get(part) ?? part)),
  };
}
