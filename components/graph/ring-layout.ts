import type { Point } from './force-layout';

/** Between two rings, and between two nodes of a ring, in the graph's own units. */
const GAP = 130;
const SPACE = 170;

interface Kinds {
  /** In the middle, the first innermost. */
  readonly inner: readonly string[];
  /** Around them, each kind on rings of its own, near what its members are linked with. */
  readonly outer: readonly (readonly string[])[];
}

/** Places for nodes, by id, on rings around the first of them, `aspect` times as wide as high. */
export function layOutInRings(
  { inner, outer }: Kinds,
  links: readonly { readonly source: string; readonly target: string }[],
  aspect: number,
): Map<string, Point> {
  const places = new Map<string, Point>();
  const neighbours = new Map<string, string[]>();
  for (const { source, target } of links) {
    neighbours.set(source, [...(neighbours.get(source) ?? []), target]);
    neighbours.set(target, [...(neighbours.get(target) ?? []), source]);
  }
  const direction = (id: string) => {
    const near = (neighbours.get(id) ?? []).flatMap((other) => places.get(other) ?? []);
    return Math.atan2(
      near.reduce((sum, { y }) => sum + y, 0),
      near.reduce((sum, { x }) => sum + x, 0),
    );
  };
  let ring = 0;
  for (const kind of [inner, ...outer]) {
    for (let left = [...kind]; left.length > 0; ring += 1) {
      const radius = ring * GAP;
      const room = Math.max(1, Math.floor((2 * Math.PI * radius) / SPACE));
      const members = left.splice(0, room).toSorted((a, b) => direction(a) - direction(b));
      for (const [index, id] of members.entries()) {
        const angle = -Math.PI + (2 * Math.PI * (index + 0.5)) / members.length;
        places.set(id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
      }
    }
  }
  const side = Math.sqrt(aspect);
  return new Map([...places].map(([id, { x, y }]) => [id, { x: x * side, y: y / side }]));
}
