import type { Part } from './frame-snapshot';

/** Characters of long `data:` URLs that one frame hands over: more takes browsers longer than a step may take. */
const MOST_CHARACTERS = 32_000_000;
/** Shorter ones are not worth counting. */
const LONG = 4_096;
const LONG_IN_CSS = new RegExp(`data:[^"')\\s\\\\]{${LONG},}`, 'gi');
/** Enough of a URL to say what it was. */
const HEAD = 64;

/** Leaves out of a frame's parts what is too much; `left` says how many files. */
export interface DataUrlBudget {
  admit<P extends Exclude<Part, string>>(part: P): P;
  left(): number;
}

/** Counts the `data:` URLs of one frame, first come, first served. */
export function createDataUrlBudget(): DataUrlBudget {
  let room = MOST_CHARACTERS;
  let left = 0;
  const fits = (url: string): boolean => {
    if (url.length < LONG) return true;
    const isRoom = url.length <= room;
    if (isRoom) room -= url.length;
    else left += 1;
    return isRoom;
  };
  const css = (text: string): string =>
    text.length < LONG ? text : text.replace(LONG_IN_CSS, (url) => (fits(url) ? url : 'data:,'));
  return {
    admit(part) {
      if (part.k === 'url') {
        if (!isDataUrl(part.url) || fits(part.url)) return part;
        return { ...part, url: `${part.url.slice(0, HEAD)}…`, left: true };
      }
      if (part.k === 'style') return { ...part, text: css(part.text) };
      if (part.k !== 'sheet') return part;
      // In place: who repairs a piece later keeps hold of the list.
      for (const piece of part.pieces) if ('text' in piece) Object.assign(piece, { text: css(piece.text) });
      return part;
    },
    left: () => left,
  };
}

/** A place is told by where it is: its URL must not bring the whole file a second time. */
export function placeUrl(url: string): string {
  return isDataUrl(url) && url.length > LONG ? '' : url;
}

function isDataUrl(url: string): boolean {
  return /^data:/i.test(url);
}
