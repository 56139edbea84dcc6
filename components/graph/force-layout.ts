import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Placed extends SimulationNodeDatum {
  readonly id: string;
}

/** Distance of two linked nodes that nothing else pulls, in the graph's own units. */
const LINK = 170;

/** Room around a node, by whether it joins others (its name is to be read) or hangs on one. */
const ROOM = { joins: 80, hangs: 30 } as const;

/** Keeps in sight what isn't linked; farther than this, nodes don't push each other. */
const PULL = 0.05;
const REACH = 1_500;

/** How much wider than the forces want it a graph is drawn. */
const STRETCH = 1.6;

const ROUNDS = 260;

/**
 * Places for nodes, by id: what is linked near each other, none upon another, all of it as wide, for its height, as
 * `aspect`. The same graph is laid out the same each time.
 */
export function layOutByLinks(
  ids: readonly string[],
  links: readonly { readonly source: string; readonly target: string }[],
  aspect: number,
): Map<string, Point> {
  const nodes: Placed[] = ids.map((id) => ({ id }));
  const degrees = new Map<string, number>();
  for (const { source, target } of links) {
    for (const id of [source, target]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  }
  const edges = links.map(({ source, target }): SimulationLinkDatum<Placed> => ({ source, target }));
  // Names are wide: what is laid out narrower, and stretched, leaves them room at the sides.
  const upright = aspect / STRETCH;
  forceSimulation(nodes)
    .force(
      'link',
      forceLink<Placed, SimulationLinkDatum<Placed>>(edges)
        .id(({ id }) => id)
        .distance(LINK),
    )
    .force('charge', forceManyBody().strength(-1_200).distanceMax(REACH))
    .force('x', forceX(0).strength(PULL / upright))
    .force('y', forceY(0).strength(PULL * upright))
    .force(
      'apart',
      forceCollide<Placed>(({ id }) => (degrees.get(id) === 1 ? ROOM.hangs : ROOM.joins)).iterations(2),
    )
    .stop()
    .tick(ROUNDS);
  return stretched(new Map(nodes.map(({ id, x = 0, y = 0 }) => [id, { x, y }])), aspect);
}

/** The side that is too short gets more room, none less. */
function stretched(places: ReadonlyMap<string, Point>, aspect: number): Map<string, Point> {
  const extent = (of: (point: Point) => number) => {
    const all = [...places.values()].map(of);
    return Math.max(1, Math.max(...all) - Math.min(...all));
  };
  const missing = (aspect * extent(({ y }) => y)) / extent(({ x }) => x);
  const factor = { x: within(missing), y: within(1 / missing) };
  return new Map([...places].map(([id, { x, y }]) => [id, { x: x * factor.x, y: y * factor.y }]));
}

function within(factor: number): number {
  return Math.min(Math.max(factor, 1), 2);
}
