/** Pieces of text in a box that are followed; a list shows some tens of lines at a time. */
const MOST_PIECES = 1_000;

/** Where pieces of text stood: by element, and by the text itself where it was there once only. */
interface Sight {
  readonly byElement: ReadonlyMap<Element, { readonly text: string; readonly y: number }>;
  readonly byText: ReadonlyMap<string, number | null>;
}

/**
 * Tells how far the content of a box has moved since it was last asked of that box, CSS pixels, downwards positive.
 * A list that uses its rows again, or puts older ones before them, is told by the text in the rows: its own scroll
 * position says nothing then. Null if no text is common to both looks.
 */
export function createShiftMeter(): (box: Element) => number | null {
  const sights = new WeakMap<Element, Sight>();
  return (box) => {
    const before = sights.get(box);
    const now = lookAt(box);
    sights.set(box, now);
    return before ? mostCommon(shiftsOf(before, now)) : null;
  };
}

function lookAt(box: Element): Sight {
  const byElement = new Map<Element, { text: string; y: number }>();
  const byText = new Map<string, number | null>();
  for (const element of box.querySelectorAll('*')) {
    if (byElement.size >= MOST_PIECES) break;
    const text = ownText(element);
    if (text === '') continue;
    const { top, height } = element.getBoundingClientRect();
    if (height === 0) continue;
    byElement.set(element, { text, y: top });
    byText.set(text, byText.has(text) ? null : top);
  }
  return { byElement, byText };
}

function ownText(element: Element): string {
  let text = '';
  for (const node of element.childNodes) if (node.nodeType === 3) text += node.nodeValue ?? '';
  return text.trim();
}

function shiftsOf(before: Sight, now: Sight): number[] {
  const shifts: number[] = [];
  for (const [element, { text, y }] of now.byElement) {
    const same = before.byElement.get(element);
    const unique = now.byText.get(text) === null ? null : before.byText.get(text);
    if (unique !== null && unique !== undefined) shifts.push(y - unique);
    else if (same?.text === text) shifts.push(y - same.y);
  }
  return shifts;
}

/** To a quarter of a pixel, since layouts are not whole. */
function mostCommon(shifts: readonly number[]): number | null {
  const votes = new Map<number, number[]>();
  for (const shift of shifts) {
    const key = Math.round(shift * 4);
    votes.set(key, [...(votes.get(key) ?? []), shift]);
  }
  let best: number[] = [];
  for (const group of votes.values()) if (group.length > best.length) best = group;
  return best[0] ?? null;
}
