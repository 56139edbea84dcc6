import { toBase64 } from '@/utils/domain/base64';

/** Bytes from which on a file is held: below, a Blob costs more than the string. */
const HELD_FROM = 16_384;

/** And that stand in the markup all the same: a small page is put together without waiting for the browser. */
const MOST_IN_MARKUP = 500_000;

/** Characters of held files that are put aside at a time: for each alone the disk would be asked a hundred times. */
const TOGETHER = 4_000_000;

/**
 * Files that stand outside of the markup until it is written: as strings, a hundred megabytes of pictures would be in memory
 * several times until the browser collects what is left of them. One caller at a time.
 */
export interface HeldFiles {
  /** What stands in markup for the file in base64: that, or a mark. */
  hold(bytes: Uint8Array): Promise<string>;
  /** Every file stands in the markup so far. */
  readonly isEmpty: boolean;
  /** Pieces of markup with the files in the places of their marks. */
  fill(pieces: readonly string[]): Promise<(string | Blob)[]>;
}

/** Makes a Blob of bytes, which nobody reads any more after that. */
export type PutAside = (bytes: Uint8Array<ArrayBuffer>, mediaType: string) => Promise<Blob>;

/** `secret`: letters, digits and dashes that no page can guess, so that nothing in it passes for a mark. */
export function createHeldFiles(
  secret: string,
  putAside: PutAside,
  mostInMarkup = MOST_IN_MARKUP,
): HeldFiles {
  let inMarkup = 0;
  let count = 0;
  const files = new Map<string, Blob>();
  const marks = new RegExp(`(osmotr-held-${secret}-\\d+-)`);
  /** Those that are not put aside yet. */
  let waiting: { readonly mark: string; readonly base64: string }[] = [];
  let length = 0;

  async function putAsideWaiting(): Promise<void> {
    const taken = waiting;
    [waiting, length] = [[], 0];
    const text = taken.map(({ base64 }) => base64).join('');
    const together = await putAside(new TextEncoder().encode(text), 'text/plain');
    let start = 0;
    for (const { mark, base64 } of taken) {
      files.set(mark, together.slice(start, start + base64.length));
      start += base64.length;
    }
  }

  return {
    async hold(bytes) {
      if (bytes.length < HELD_FROM) return toBase64(bytes);
      if (inMarkup + bytes.length <= mostInMarkup) {
        inMarkup += bytes.length;
        return toBase64(bytes);
      }
      const mark = `osmotr-held-${secret}-${count}-`;
      count += 1;
      const base64 = toBase64(bytes);
      waiting.push({ mark, base64 });
      length += base64.length;
      if (length >= TOGETHER) await putAsideWaiting();
      return mark;
    },
    get isEmpty() {
      return count === 0;
    },
    async fill(pieces) {
      if (count === 0) return [...pieces];
      if (waiting.length > 0) await putAsideWaiting();
      return pieces.flatMap((piece) => piece.split(marks).map((part) => files.get(part) ?? part));
    },
  };
}
