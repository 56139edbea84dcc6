import type { Core, ElementDefinition, LayoutOptions, Position } from 'cytoscape';
import type { LinkGraph } from '@/utils/domain/link-graph';
import { familyOf } from '../capture/indicator-families';
import { nodeLabel } from './graph-labels';
import { type ColorScheme, enlargement, FAMILY_COLORS, graphStyle, pageColor } from './graph-style';
import { partBoxes } from './part-boxes';

export const GRAPH_LAYOUTS = ['links', 'circles'] as const;
export type GraphLayout = (typeof GRAPH_LAYOUTS)[number];

/** The longer side of a saved picture, in pixels: beyond it browsers give no canvas. */
const LONGEST_SIDE = 12_000;

/** Below this zoom nobody reads a label: what is picked is brought nearer. */
const READABLE = 0.6;

interface Events {
  /** Null: the ground beside all nodes. */
  readonly onPick: (id: string | null) => void;
  /** A second tap on the same node. */
  readonly onOpen: (id: string) => void;
}

export interface GraphCanvas {
  show(graph: LinkGraph, look: GraphLook): void;
  arrange(layout: GraphLayout): void;
  pick(id: string | null): void;
  fit(): void;
  zoomBy(factor: number): void;
  panBy(x: number, y: number): void;
  places(): Places;
  /** Puts all nodes where they were; false if one of them is new. */
  restore(places: Places): boolean;
  picture(): Promise<Blob>;
  end(): void;
}

/** Where nodes stand and what of them is in view, to be shown so again. */
export interface Places {
  readonly nodes: ReadonlyMap<string, Position>;
  readonly zoom: number;
  readonly pan: Position;
}

export interface GraphLook {
  readonly scheme: ColorScheme;
  readonly typeName: (type: string) => string;
}

/** Draws link graphs into `container`; nodes keep their places while the graph changes around them. */
export async function createGraphCanvas(container: HTMLElement, events: Events): Promise<GraphCanvas> {
  const { default: cytoscape } = await import('cytoscape');
  const cy = cytoscape({ container, minZoom: 0.05, maxZoom: 4, boxSelectionEnabled: false });
  const font = getComputedStyle(container).fontFamily;
  let scheme: ColorScheme = 'light';
  let enlarged = 1;
  const enlarge = (wanted: number) => {
    if (wanted === enlarged) return;
    enlarged = wanted;
    cy.style(graphStyle(scheme, font, enlarged));
  };
  cy.on('zoom', () => enlarge(enlargement(cy.zoom())));
  cy.on('tap', (event) =>
    events.onPick(event.target === cy ? null : event.target.isNode() ? event.target.id() : null),
  );
  cy.on('dbltap', 'node', (event) => events.onOpen(event.target.id()));
  return {
    show(graph, look) {
      scheme = look.scheme;
      cy.style(graphStyle(scheme, font, enlarged));
      exchange(cy, elementsOf(graph, look));
    },
    arrange(layout) {
      // Labels that a far zoom has enlarged would push the nodes apart, and the zoom still farther.
      enlarge(1);
      cy.layout(layoutOptions(layout, cy.nodes().length)).run();
      widen(cy);
      fitAll(cy);
      enlarge(enlargement(cy.zoom()));
      // How large labels are follows from the zoom, and the zoom from where the nodes stand.
      for (let round = 0; round < 3; round += 1) {
        partChiefs(cy);
        fitAll(cy);
      }
    },
    pick(id) {
      cy.elements().removeClass('picked near faded');
      const node = id === null ? cy.collection() : cy.getElementById(id);
      if (node.empty()) return;
      const near = node.closedNeighborhood();
      cy.elements().difference(near).addClass('faded');
      near.edges().addClass('near');
      node.addClass('picked');
      if (cy.zoom() < READABLE) {
        cy.fit(near, 40);
        if (cy.zoom() > 1) cy.zoom(1);
        cy.center(near);
      }
    },
    fit() {
      fitAll(cy);
    },
    zoomBy(factor) {
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    },
    panBy(x, y) {
      cy.panBy({ x, y });
    },
    places() {
      const nodes = new Map(cy.nodes().map((node) => [node.id(), { ...node.position() }]));
      return { nodes, zoom: cy.zoom(), pan: { ...cy.pan() } };
    },
    restore({ nodes, zoom, pan }) {
      const added = cy.nodes().filter((node) => !nodes.has(node.id()));
      if (added.nonempty()) return false;
      cy.nodes().positions((node) => nodes.get(node.id()) ?? node.position());
      cy.viewport({ zoom, pan });
      return true;
    },
    picture() {
      return cy.png({
        output: 'blob-promise',
        full: true,
        scale: 2,
        maxWidth: LONGEST_SIDE,
        maxHeight: LONGEST_SIDE,
        bg: pageColor(scheme),
      });
    },
    end() {
      cy.destroy();
    },
  };
}

/** Shared indicators that are named at any zoom: more of them would cover each other. */
const MOST_CHIEFS = 30;

function elementsOf({ nodes, edges }: LinkGraph, { scheme, typeName }: GraphLook): ElementDefinition[] {
  const ends = Map.groupBy(edges, ({ target }) => target);
  const shared = nodes.filter(({ id, kind }) => kind === 'indicator' && (ends.get(id)?.length ?? 0) > 1);
  const chiefs = new Set(shared.slice(0, MOST_CHIEFS).map(({ id }) => id));
  return [
    ...nodes.map((node) => ({
      group: 'nodes' as const,
      data: {
        id: node.id,
        kind: node.kind,
        chief: chiefs.has(node.id),
        label: nodeLabel(node, typeName),
        ...(node.type === null
          ? {}
          : {
              color: FAMILY_COLORS[scheme][familyOf(node.type)],
              size: 20 + Math.min(node.hosts.length - 1, 6) * 5,
            }),
      },
    })),
    ...edges.map(({ id, source, target, captures }) => ({
      group: 'edges' as const,
      data: { id, source, target, chief: chiefs.has(target), width: 1 + Math.min(captures, 8) * 0.5 },
    })),
  ];
}

function exchange(cy: Core, elements: readonly ElementDefinition[]): void {
  const wanted = new Set(elements.map(({ data }) => data.id));
  cy.batch(() => {
    cy.elements()
      .filter((element) => !wanted.has(element.id()))
      .remove();
    for (const element of elements) {
      const known = cy.getElementById(element.data.id ?? '');
      if (known.empty()) cy.add(element);
      else known.data(element.data);
    }
  });
}

/** Layouts fill a square, windows are wide: labels get the room at the sides. */
function widen(cy: Core): void {
  const { w, h } = cy.elements().boundingBox({ includeLabels: false });
  const factor = Math.min(Math.max(((cy.width() / cy.height()) * h) / Math.max(w, 1), 1), 2.5);
  cy.nodes().positions((node) => ({ x: node.position('x') * factor, y: node.position('y') }));
}

/** Moves the nodes that are named at any zoom out of each other's labels. */
function partChiefs(cy: Core): void {
  const chiefs = cy.nodes('[kind = "host"], [?chief]').toArray();
  const boxes = chiefs.map((node) => node.boundingBox({ includeLabels: true, includeEdges: false }));
  const shifts = partBoxes(boxes.map(({ x1, y1, w, h }) => ({ x: x1, y: y1, width: w, height: h })));
  cy.batch(() => {
    for (const [index, shift] of shifts.entries()) chiefs[index]?.shift(shift);
  });
}

function layoutOptions(layout: GraphLayout, nodes: number): LayoutOptions {
  const common = { animate: false, fit: false, nodeDimensionsIncludeLabels: true };
  if (layout === 'circles') {
    return {
      ...common,
      name: 'concentric',
      minNodeSpacing: 30,
      // The most shared stand in the middle, the hosts around them.
      concentric: (node) => (node.data('kind') === 'indicator' ? 10 + node.degree(false) : 5),
      levelWidth: () => 2,
    };
  }
  return {
    ...common,
    name: 'cose',
    randomize: true,
    idealEdgeLength: () => 60,
    nodeRepulsion: () => 12_000,
    componentSpacing: 40,
    numIter: nodes > 200 ? 400 : 1000,
  };
}

/** All of it in the window, a small graph not blown up. */
function fitAll(cy: Core): void {
  cy.fit(undefined, 20);
  if (cy.zoom() <= 1.2) return;
  cy.zoom(1.2);
  cy.center();
}
