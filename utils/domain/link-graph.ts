import type { Capture } from './capture';
import { indicatorKey } from './indicator-summary';

/** `host` is a web server's name, `page` one capture of it, `indicator` a value that pages hold. */
export type LinkNodeKind = 'host' | 'page' | 'indicator';

/** A node of the link graph. `label`: the host, the page's address, or the value, whole and as captured. */
export interface LinkNode {
  readonly id: string;
  readonly kind: LinkNodeKind;
  readonly label: string;
  /** Type of an indicator; null for hosts and pages. */
  readonly type: string | null;
  /** Captures that hold it, oldest first. */
  readonly captureIds: readonly string[];
  /** Hosts that hold it, in order of first capture. */
  readonly hosts: readonly string[];
}

/** A link between two nodes; `captures`: how many captures prove it. */
export interface LinkEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly captures: number;
}

export interface LinkGraph {
  readonly nodes: readonly LinkNode[];
  readonly edges: readonly LinkEdge[];
  /** Indicators that would be shown, were there no limit; the most shared are kept. */
  readonly omitted: number;
}

/** A value in a capture, as far as the graph needs it. */
export interface LinkSighting {
  readonly type: string;
  readonly value: string;
  readonly captureId: string;
}

export interface LinkOptions {
  readonly types: (type: string) => boolean;
  /** Only values that at least two hosts hold. */
  readonly onlyShared: boolean;
  /** Hosts whose pages are shown as nodes of their own. */
  readonly expanded: ReadonlySet<string>;
  /** Most indicators shown. */
  readonly limit: number;
}

type CaptureFacts = Pick<Capture, 'id' | 'host' | 'url' | 'startedAt'>;

/** Id of a host's node. */
export function hostNodeId(host: string): string {
  return `host\n${host}`;
}

/**
 * Which hosts hold which values. A value stands once, whichever pages hold it; a host whose pages aren't
 * shown stands for them all. Every host of a capture is a node, also one that shares nothing.
 */
export function buildLinkGraph(
  captures: readonly CaptureFacts[],
  sightings: readonly LinkSighting[],
  options: LinkOptions,
): LinkGraph {
  const ordered = captures.toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
  const found = indicatorNodes(ordered, sightings, options.types);
  const wanted = options.onlyShared ? found.filter(({ hosts }) => hosts.length > 1) : found;
  const shown = wanted.toSorted(byReach).slice(0, options.limit);
  const byHost = groupsOf(ordered, ({ host }) => host);
  const nodes: LinkNode[] = [];
  const links = new Map<string, LinkEdge>();
  const link = (source: string, target: string) => {
    const id = `${source}\n\n${target}`;
    links.set(id, { id, source, target, captures: (links.get(id)?.captures ?? 0) + 1 });
  };
  for (const [host, pages] of byHost) {
    nodes.push({
      id: hostNodeId(host),
      kind: 'host',
      label: host,
      type: null,
      captureIds: pages.map(({ id }) => id),
      hosts: [host],
    });
    if (!options.expanded.has(host)) continue;
    for (const { id, url } of pages) {
      nodes.push({
        id: pageNodeId(id),
        kind: 'page',
        label: url,
        type: null,
        captureIds: [id],
        hosts: [host],
      });
      link(hostNodeId(host), pageNodeId(id));
    }
  }
  const hostOf = new Map(ordered.map(({ id, host }) => [id, host]));
  for (const node of shown) {
    nodes.push(node);
    for (const captureId of node.captureIds) {
      const host = hostOf.get(captureId) ?? '';
      link(options.expanded.has(host) ? pageNodeId(captureId) : hostNodeId(host), node.id);
    }
  }
  return { nodes, edges: [...links.values()], omitted: wanted.length - shown.length };
}

function indicatorNodes(
  captures: readonly CaptureFacts[],
  sightings: readonly LinkSighting[],
  isWanted: (type: string) => boolean,
): LinkNode[] {
  const order = new Map(captures.map((capture, index) => [capture.id, index]));
  const groups = groupsOf(
    sightings.filter(({ type, captureId }) => isWanted(type) && order.has(captureId)),
    indicatorKey,
  );
  return Array.from(groups, ([key, group]) => {
    const positions = [...new Set(group.map(({ captureId }) => order.get(captureId) ?? 0))].sort(
      (a, b) => a - b,
    );
    const holders = positions.flatMap((position) => captures[position] ?? []);
    return {
      id: `indicator\n${key}`,
      kind: 'indicator' as const,
      label: group[0]?.value ?? '',
      type: group[0]?.type ?? null,
      captureIds: holders.map(({ id }) => id),
      hosts: [...new Set(holders.map(({ host }) => host))],
    };
  });
}

function groupsOf<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function pageNodeId(captureId: string): string {
  return `page\n${captureId}`;
}

function byReach(a: LinkNode, b: LinkNode): number {
  return b.hosts.length - a.hosts.length || b.captureIds.length - a.captureIds.length;
}
