import { describe, expect, it } from 'vitest';
import { buildLinkGraph, hostNodeId, type LinkOptions } from '@/utils/domain/link-graph';

const CAPTURES = [
  { id: 'b', host: 'two.example', url: 'https://two.example/', startedAt: '2026-11-02T10:00:00.000+05:00' },
  { id: 'a', host: 'one.example', url: 'https://one.example/', startedAt: '2026-11-01T10:00:00.000+05:00' },
  {
    id: 'c',
    host: 'one.example',
    url: 'https://one.example/pay',
    startedAt: '2026-11-03T10:00:00.000+05:00',
  },
];
const SIGHTINGS = [
  { type: 'btc', value: 'shared', captureId: 'b' },
  { type: 'btc', value: 'shared', captureId: 'a' },
  { type: 'btc', value: 'shared', captureId: 'a' },
  { type: 'phone', value: 'own', captureId: 'a' },
  { type: 'phone', value: 'own', captureId: 'c' },
  { type: 'btc', value: 'of another case', captureId: 'z' },
];
const ALL: LinkOptions = { types: () => true, onlyShared: false, expanded: new Set(), limit: 100 };

const graphOf = (options: Partial<LinkOptions> = {}) =>
  buildLinkGraph(CAPTURES, SIGHTINGS, { ...ALL, ...options });
const values = (options: Partial<LinkOptions>) =>
  graphOf(options)
    .nodes.filter(({ kind }) => kind === 'indicator')
    .map(({ label }) => label);

describe('buildLinkGraph', () => {
  it('gives each host and each value one node, with captures in order of time', () => {
    const { nodes } = graphOf();
    expect(nodes.map(({ kind, label, captureIds, hosts }) => ({ kind, label, captureIds, hosts }))).toEqual([
      { kind: 'host', label: 'one.example', captureIds: ['a', 'c'], hosts: ['one.example'] },
      { kind: 'host', label: 'two.example', captureIds: ['b'], hosts: ['two.example'] },
      { kind: 'indicator', label: 'shared', captureIds: ['a', 'b'], hosts: ['one.example', 'two.example'] },
      { kind: 'indicator', label: 'own', captureIds: ['a', 'c'], hosts: ['one.example'] },
    ]);
  });

  it('links hosts with values, each link with the number of captures that prove it', () => {
    const ends = graphOf().edges.map(({ source, target, captures }) => [source, target, captures]);
    expect(ends).toEqual([
      [hostNodeId('one.example'), 'indicator\nbtc\nshared', 1],
      [hostNodeId('two.example'), 'indicator\nbtc\nshared', 1],
      [hostNodeId('one.example'), 'indicator\nphone\nown', 2],
    ]);
  });

  it('leaves out what only one host has, and what the filter does not want', () => {
    expect(values({ onlyShared: true })).toEqual(['shared']);
    expect(values({ types: (type) => type === 'phone' })).toEqual(['own']);
  });

  it('hangs values on the pages of an unfolded host', () => {
    const { nodes, edges } = graphOf({ expanded: new Set(['one.example']) });
    expect(nodes.filter(({ kind }) => kind === 'page').map(({ id }) => id)).toEqual(['page\na', 'page\nc']);
    const toShared = edges
      .filter(({ target }) => target === 'indicator\nbtc\nshared')
      .map(({ source }) => source);
    expect(toShared).toEqual(['page\na', hostNodeId('two.example')]);
  });

  it('says how many did not fit, and keeps the most shared', () => {
    expect(values({ limit: 1 })).toEqual(['shared']);
    expect(graphOf({ limit: 1 }).omitted).toBe(1);
    expect(graphOf().omitted).toBe(0);
  });

  it('links only nodes that are there', () => {
    for (const limit of [0, 1, 2]) {
      const { nodes, edges } = graphOf({ limit, expanded: new Set(['two.example']) });
      const ids = new Set(nodes.map(({ id }) => id));
      expect(edges.every(({ source, target }) => ids.has(source) && ids.has(target))).toBe(true);
    }
  });
});
