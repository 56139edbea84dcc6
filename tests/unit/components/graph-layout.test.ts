import { describe, expect, it } from 'vitest';
import { chooseNamed } from '@/components/graph/choose-named';
import { layOutByLinks, type Point } from '@/components/graph/force-layout';
import { graphElements } from '@/components/graph/graph-elements';
import { enlargement, roomsOf } from '@/components/graph/graph-style';
import { layOutInRings } from '@/components/graph/ring-layout';
import type { LinkGraph } from '@/utils/domain/link-graph';

const ASPECT = 1.5;
const WINDOW = { width: 690, height: 560 };

/** Hosts in groups of five that share four indicators each; every host has indicators of its own, too. */
function network(hosts: number, indicators: number): LinkGraph {
  const names = Array.from({ length: hosts }, (_, index) => `shop-${index}.example.com`);
  const values = Array.from({ length: indicators }, (_, index) => {
    const group = Math.floor(index / 4) * 5;
    const isShared = group + 5 <= hosts;
    return {
      value: `value-${index}`,
      hosts: isShared ? names.slice(group, group + 5) : names.slice(index % hosts, (index % hosts) + 1),
    };
  });
  const node = (id: string, rest: { kind: 'host' | 'indicator'; label: string; hosts: string[] }) => ({
    id,
    captureIds: ['capture'],
    type: rest.kind === 'host' ? null : 'email',
    ...rest,
  });
  return {
    nodes: [
      ...names.map((host) => node(host, { kind: 'host', label: host, hosts: [host] })),
      ...values.map((it) => node(it.value, { kind: 'indicator', label: it.value, hosts: it.hosts })),
    ],
    edges: values.flatMap((it) =>
      it.hosts.map((host) => ({ id: `${host} ${it.value}`, source: host, target: it.value, captures: 1 })),
    ),
    omitted: 0,
  };
}

const idsOf = ({ nodes }: LinkGraph) => nodes.map(({ id }) => id);
const extent = (places: ReadonlyMap<string, Point>, axis: 'x' | 'y') => {
  const all = [...places.values()].map((point) => point[axis]);
  return Math.max(...all) - Math.min(...all);
};
function nearest(places: ReadonlyMap<string, Point>): number {
  const all = [...places.values()];
  let least = Number.POSITIVE_INFINITY;
  for (const [index, a] of all.entries()) {
    for (const b of all.slice(index + 1)) least = Math.min(least, Math.hypot(a.x - b.x, a.y - b.y));
  }
  return least;
}
const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

describe('layOutByLinks', () => {
  const graph = network(100, 400);
  const places = layOutByLinks(idsOf(graph), graph.edges, ASPECT);

  it('gives each of 500 nodes a place that no other takes, in the window’s proportions', () => {
    expect([...places.keys()]).toEqual(idsOf(graph));
    expect(nearest(places)).toBeGreaterThan(40);
    expect(extent(places, 'x') / extent(places, 'y')).toBeCloseTo(ASPECT, 1);
  });

  it('puts what is linked nearer than what is not', () => {
    const distance = (a: string, b: string) => {
      const [from, to] = [places.get(a), places.get(b)];
      return from && to ? Math.hypot(from.x - to.x, from.y - to.y) : Number.NaN;
    };
    const linked = mean(graph.edges.map(({ source, target }) => distance(source, target)));
    const any = mean(graph.edges.map(({ source }, index) => distance(source, `value-${(index * 7) % 400}`)));
    expect(linked).toBeLessThan(any / 2);
  });

  it('lays the same graph out the same, and one node, and none', () => {
    expect(layOutByLinks(idsOf(graph), graph.edges, ASPECT)).toEqual(places);
    expect(layOutByLinks(['alone'], [], ASPECT).size).toBe(1);
    expect(layOutByLinks([], [], ASPECT).size).toBe(0);
  });
});

describe('layOutInRings', () => {
  it('has the first in the middle, each kind around the one before, none upon another', () => {
    const { nodes, edges } = network(60, 200);
    const [outer, inner] = [nodes.slice(0, 60), nodes.slice(60)].map((part) => part.map(({ id }) => id));
    const places = layOutInRings({ inner: inner ?? [], outer: [outer ?? []] }, edges, 1);
    const distance = (id: string) => Math.hypot(places.get(id)?.x ?? 0, places.get(id)?.y ?? 0);
    expect(places.size).toBe(260);
    expect(distance('value-0')).toBe(0);
    expect(Math.min(...(outer ?? []).map(distance))).toBeGreaterThan(
      Math.max(...(inner ?? []).map(distance)),
    );
    expect(nearest(places)).toBeGreaterThan(100);
  });
});

describe('chooseNamed', () => {
  const box = (x: number, y = 0) => ({ x, y, width: 10, height: 10 });

  it('lets no name cover one before it, and takes the second room where the first is taken', () => {
    expect(chooseNamed([[box(0)], [box(5)], [box(10)], [box(12), box(12, 20)]])).toEqual([0, null, 0, 1]);
  });
});

describe('names of 500 nodes in a window', () => {
  it('are many, of hosts and of indicators, the most shared first', () => {
    const graph = network(100, 400);
    const places = layOutByLinks(idsOf(graph), graph.edges, WINDOW.width / WINDOW.height);
    const look = { scheme: 'light' as const, typeName: (type: string) => type };
    const nodes = graphElements(graph, look, (text) => text.length * 8)
      .map(({ data }) => data)
      .filter((data) => data.source === undefined)
      .sort((a, b) => a.rank - b.rank);
    const enlarged = enlargement(WINDOW.width / extent(places, 'x'));
    const rooms = nodes.map(({ id, kind, lines, labelWidth, size }) =>
      roomsOf(
        { isHost: kind === 'host', lines, labelWidth, size },
        places.get(id ?? '') ?? { x: 0, y: 0 },
        enlarged,
      ),
    );
    const chosen = chooseNamed(rooms);
    const named = nodes.filter((_, index) => chosen[index] !== null);
    expect(named.length).toBeGreaterThan(40);
    for (const kind of ['host', 'indicator']) expect(named.some((node) => node.kind === kind)).toBe(true);
    // The most shared indicators come first.
    expect(nodes.findIndex(({ kind }) => kind === 'host')).toBe(8);
    expect(chosen[0]).toBe(0);
  });
});
