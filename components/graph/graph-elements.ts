import type { ElementDefinition } from 'cytoscape';
import type { LinkGraph, LinkNode } from '@/utils/domain/link-graph';
import { familyOf } from '../capture/indicator-families';
import { nodeLabel } from './graph-labels';
import { type ColorScheme, FAMILY_COLORS, FONTS } from './graph-style';

export interface GraphLook {
  readonly scheme: ColorScheme;
  readonly typeName: (type: string) => string;
}

/** What cytoscape draws for a link graph; `measure`: width of a text in a CSS font. Data: as `graphStyle` wants it. */
export function graphElements(
  { nodes, edges }: LinkGraph,
  { scheme, typeName }: GraphLook,
  measure: (text: string, font: string) => number,
): ElementDefinition[] {
  const ranks = ranksOf(nodes, edges);
  return [
    ...nodes.map((node) => {
      const { id, kind, type, hosts } = node;
      const label = nodeLabel(node, typeName);
      const lines = label.split('\n');
      const font = kind === 'host' ? FONTS.host : FONTS.other;
      return {
        group: 'nodes' as const,
        data: {
          id,
          kind,
          label,
          lines: lines.length,
          labelWidth: Math.max(...lines.map((line) => measure(line, font))),
          rank: ranks.get(id),
          size:
            type === null ? SIZES[kind === 'host' ? 'host' : 'page'] : 18 + Math.min(hosts.length - 1, 6) * 3,
          ...(type === null ? {} : { color: FAMILY_COLORS[scheme][familyOf(type)] }),
        },
      };
    }),
    ...edges.map(({ id, source, target, captures }) => ({
      group: 'edges' as const,
      data: { id, source, target, width: 1 + Math.min(captures, 8) * 0.5 },
    })),
  ];
}

const SIZES = { host: 22, page: 14 } as const;

/** So few hosts are all named first; before more of them, some indicators are: whoever looks at a graph looks for them. */
const FEW_HOSTS = 20;
const FIRST_INDICATORS = 8;

/**
 * Who is named first where there is no room for all: a few hosts, or the most shared indicators; then hosts and
 * indicators by turns, those first that join most; what joins nothing last.
 */
function ranksOf(nodes: readonly LinkNode[], edges: LinkGraph['edges']): Map<string, number> {
  const reach = new Map(
    nodes.map(({ id, kind, hosts }) => [id, kind === 'indicator' ? hosts.length - 1 : 0]),
  );
  const joined = new Map<string, number>();
  for (const { source, target } of edges) {
    if (reach.get(target)) joined.set(source, (joined.get(source) ?? 0) + 1);
  }
  const worth = ({ id }: LinkNode) => (reach.get(id) ?? 0) || (joined.get(id) ?? 0);
  const isHost = ({ kind }: LinkNode) => kind === 'host';
  const ranked = (kind: LinkNode[], first: number) =>
    kind
      .toSorted((a, b) => worth(b) - worth(a))
      .map((node, index) => [node.id, index - first + (worth(node) > 0 ? 0 : nodes.length)] as const);
  const [hosts = [], others = []] = [nodes.filter(isHost), nodes.filter((node) => !isHost(node))];
  const first = hosts.length > FEW_HOSTS ? FIRST_INDICATORS : -hosts.length;
  return new Map([...ranked(hosts, 0), ...ranked(others, first)]);
}
