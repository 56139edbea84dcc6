/** Characters of base64 from which on a file is held: below, a Blob costs more than the string. */
const HELD_FROM = 20_000;

/** And that stand in the markup all the same: a small page is put together without waiting for the browser. */
const MOST_IN_MARKUP = 4_000_000;

/** Characters of held files that are put aside at a time: for each alone the browser would be asked a hundred times. */
const TOGETHER = 4_000_000;

/**
 * Files that stand outside of the markup until it is written: as strings, a hundred megabytes of pictures would be in memory
 * several times until the browser collects what is left of them.
 */
export interface HeldFiles {
  /** What stands in markup for a file, given in base64: that, or a mark. */
  hold(base64: string): Promise<string>;
  /** The file in base64 for which something stands in markup. */
  read(standIn: string): Promise<string>;
  /** Every file stands in the markup so far. */
  readonly isEmpty: boolean;
  /** Pieces of markup with the files in the places of their marks. */
  fill(pieces: readonly string[]): Promise<(string | Blob)[]>;
}

/** Makes a Blob of bytes, which nobody reads any more after that. */
export type PutAside = (bytes: Uint8Array<ArrayBuffer>, mediaType: string) => Promise<Blob>;

/** Where a file stands among those that were put aside with it. */
interface Place {
  readonly together: Promise<Blob>;
  readonly start: number;
  readonly end: number;
}

/** `secret`: letters, digits and dashes that no page can guess, so that nothing in it passes for a mark. */
export function createHeldFiles(
  secret: string,
  putAside: PutAside,
  mostInMarkup = MOST_IN_MARKUP,
): HeldFiles {
  const marks = new RegExp(`(osmotr-held-${secret}-\\d+-)`);
  const places = new Map<string, Place>();
  /** Those that are not put aside yet, by their marks. */
  let waiting = new Map<string, string>();
  let [count, inMarkup, waitingLength] = [0, 0, 0];

  async function putAsideWaiting(): Promise<void> {
    const taken = waiting;
    [waiting, waitingLength] = [new Map(), 0];
    const together = putAside(new TextEncoder().encode([...taken.values()].join('')), 'text/plain');
    let start = 0;
    for (const [mark, { length }] of taken) {
      places.set(mark, { together, start, end: start + length });
      start += length;
    }
    await together;
  }

  async function blobOf(mark: string): Promise<Blob | null> {
    const place = places.get(mark);
    return place ? (await place.together).slice(place.start, place.end) : null;
  }

  return {
    async hold(base64) {
      const { length } = base64;
      if (length < HELD_FROM) return base64;
      if (inMarkup + length <= mostInMarkup) {
        inMarkup += length;
        return base64;
      }
      const mark = `osmotr-held-${secret}-${count}-`;
      count += 1;
      waiting.set(mark, base64);
      waitingLength += length;
      if (waitingLength >= TOGETHER) await putAsideWaiting();
      return mark;
    },
    async read(standIn) {
      return waiting.get(standIn) ?? (await blobOf(standIn))?.text() ?? standIn;
    },
    get isEmpty() {
      return count === 0;
    },
    async fill(pieces) {
      if (count === 0) return [...pieces];
      if (waiting.size > 0) await putAsideWaiting();
      const parts = pieces.flatMap((piece) => piece.split(marks));
      return Promise.all(parts.map(async (part) => (await blobOf(part)) ?? part));
    },
  };
}
