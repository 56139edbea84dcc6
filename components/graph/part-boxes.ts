interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const MOST_ROUNDS = 1_000;

/** Left between two that were pushed apart: without it a heap never comes to rest. */
const GAP = 2;

/** How far each box has to go so that none covers another: pairs are pushed apart, the shorter way. By position. */
export function partBoxes(boxes: readonly Box[]): { readonly x: number; readonly y: number }[] {
  const shifts = boxes.map(() => ({ x: 0, y: 0 }));
  const placed = boxes.map((box, index) => ({ box, shift: shifts[index] ?? { x: 0, y: 0 } }));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let areApart = true;
    for (const [index, a] of placed.entries()) {
      for (const b of placed.slice(index + 1)) areApart = !push(a, b) && areApart;
    }
    if (areApart) break;
  }
  return shifts;
}

interface Placed {
  readonly box: Box;
  readonly shift: { x: number; y: number };
}

/** Pushes two boxes apart by half of what they share each; false if they share nothing. */
function push(a: Placed, b: Placed): boolean {
  const x = middle(b).x - middle(a).x;
  const y = middle(b).y - middle(a).y;
  const overX = (a.box.width + b.box.width) / 2 - Math.abs(x);
  const overY = (a.box.height + b.box.height) / 2 - Math.abs(y);
  // What rounding leaves over is no overlap.
  if (overX < 0.01 || overY < 0.01) return false;
  const [axis, by] =
    overX < overY ? (['x', x < 0 ? -overX : overX] as const) : (['y', y < 0 ? -overY : overY] as const);
  const half = (by + Math.sign(by) * GAP) / 2;
  a.shift[axis] -= half;
  b.shift[axis] += half;
  return true;
}

function middle({ box, shift }: Placed) {
  return { x: box.x + box.width / 2 + shift.x, y: box.y + box.height / 2 + shift.y };
}
