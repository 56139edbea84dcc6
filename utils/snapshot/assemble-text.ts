import type { Assembly } from './assemble-state';
import type { FrameSnapshot } from './frame-snapshot';

/** text.txt: the visible text of a frame, one block a line, with the text of its child frames where they stand. */
export function assembleText(assembly: Assembly, frame: FrameSnapshot): string {
  return lines(assembly, frame, new Set()).join('\n');
}

function lines(assembly: Assembly, frame: FrameSnapshot, done: Set<FrameSnapshot>): string[] {
  if (done.has(frame)) return [];
  done.add(frame);
  return frame.text.flatMap((entry) => {
    if (typeof entry === 'string') return [entry];
    const child = assembly.childAt(frame, entry);
    return child ? lines(assembly, child, done) : [];
  });
}
