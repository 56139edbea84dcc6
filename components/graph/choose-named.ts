export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where names can stand: for each, of the boxes that it could take, the first that covers none of the names before it;
 * null if all do.
 */
export function chooseNamed(choices: readonly (readonly Box[])[]): (number | null)[] {
  const standing: Box[] = [];
  return choices.map((boxes) => {
    const found = boxes.findIndex((box) => !standing.some((other) => covers(box, other)));
    const box = boxes[found];
    if (!box) return null;
    standing.push(box);
    return found;
  });
}

function covers(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
