import { createTextMap, type TextBlock, type TextMap } from '@/utils/domain/text-map';
import { type Assembly, placeOf, rectInParent } from './assemble-state';
import type { FrameSnapshot, Rect } from './frame-snapshot';

/** One line of text.txt, and where it stands in the document of the frame that is read. */
interface Line {
  readonly text: string;
  readonly rect: Rect | null;
}

/**
 * text.txt: the visible text of a frame, one block a line, with the text of its child frames where they stand;
 * and where each line stood in the top document, as far as it is known.
 */
export function assembleText(assembly: Assembly, frame: FrameSnapshot): { text: string; textMap: TextMap } {
  const all = lines(assembly, frame, new Set());
  const blocks: TextBlock[] = [];
  let start = 0;
  for (const { text, rect } of all) {
    const end = start + text.length;
    if (rect && rect.width >= 1 && rect.height >= 1) blocks.push([start, end, ...whole(rect)]);
    start = end + 1;
  }
  return { text: all.map(({ text }) => text).join('\n'), textMap: createTextMap(blocks) };
}

function lines(assembly: Assembly, frame: FrameSnapshot, done: Set<FrameSnapshot>): Line[] {
  if (done.has(frame)) return [];
  done.add(frame);
  return frame.text.flatMap((entry, index) => {
    if (typeof entry === 'string') return [{ text: entry, rect: frame.textRects?.[index] ?? null }];
    const child = assembly.childAt(frame, entry);
    if (!child) return [];
    const place = placeOf(frame, entry);
    return lines(assembly, child, done).map(({ text, rect }) => ({
      text,
      rect: rect && place ? rectInParent(child, place.rect, rect) : null,
    }));
  });
}

function whole({ x, y, width, height }: Rect): [number, number, number, number] {
  return [Math.round(x), Math.round(y), Math.round(width), Math.round(height)];
}
