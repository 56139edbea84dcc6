import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { toGraphml } from '@/utils/domain/graphml';
import { buildLinkGraph } from '@/utils/domain/link-graph';

const HOSTILE = '"><script>&\u0000\u202Eevil\uD800';

const graph = buildLinkGraph(
  [{ id: 'a', host: HOSTILE, url: 'https://x.example/', startedAt: '2026-11-01T10:00:00.000+05:00' }],
  [{ type: 'btc', value: 'bc1q', captureId: 'a' }],
  { types: () => true, onlyShared: false, expanded: new Set(), limit: 10 },
);

describe('toGraphml', () => {
  it('writes nodes, links and their facts', () => {
    const xml = toGraphml(graph);
    expect(xml).toContain('<node id="n1"><data key="kind">indicator</data><data key="type">btc</data>');
    expect(xml).toContain('<edge source="n0" target="n1"><data key="weight">1</data></edge>');
  });

  it('lets no captured text become markup or break the file', () => {
    const { children } = parseDocument(toGraphml(graph), { xmlMode: true });
    const names: string[] = [];
    const walk = (nodes: typeof children) => {
      for (const node of nodes) {
        if (!('children' in node)) continue;
        if ('name' in node) names.push(String(node.name));
        walk(node.children);
      }
    };
    walk(children);
    expect(new Set(names)).toEqual(new Set(['graphml', 'key', 'graph', 'node', 'data', 'edge']));
    expect(toGraphml(graph)).toContain('"&gt;&lt;script&gt;&amp;\uFFFD\u202Eevil\uFFFD');
  });
});
