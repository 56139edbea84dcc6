import type { Core, ElementDefinition, NodeSingular, Position } from 'cytoscape';
import type { LinkGraph, LinkNodeKind } from '@/utils/domain/link-graph';
import { chooseNamed } from './choose-named';
import { layOutByLinks } from './force-layout';
import { type GraphLook, graphElements } from './graph-elements';
import {
  type ColorScheme,
  enlargement,
  graphStyle,
  type NodeExtent,
  pageColor,
  roomsOf,
} from './graph-style';
import { layOutInRings } from './ring-layout';

export const GRAPH_LAYOUTS = ['links', 'circles'] as const;
export type GraphLayout = (typeof GRAPH_LAYOUTS)[number];

/** The longer side of a saved picture, in pixels: beyond it browsers give no canvas. */
const LONGEST_SIDE = 12_000;

/** About what a name takes at the edges of the window, in pixels. */
const NAME = { x: 150, y: 60 } as const;

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

/** Draws link graphs into `container`; nodes keep their places while the graph changes around them. */
export async function createGraphCanvas(container: HTMLElement, events: Events): Promise<GraphCanvas> {
  const { default: cytoscape } = await import('cytoscape');
  const cy = cytoscape({ container, minZoom: 0.05, maxZoom: 4, boxSelectionEnabled: false });
  const font = getComputedStyle(container).fontFamily;
  const measure = textMeasure(font);
  let scheme: ColorScheme = 'light';
  let enlarged = 1;
  const draw = () => {
    cy.style(graphStyle(scheme, font, enlarged, cy.edges().length));
    name(cy, enlarged);
  };
  const enlarge = (wanted: number) => {
    if (wanted === enlarged) return;
    enlarged = wanted;
    draw();
  };
  cy.on('zoom', () => enlarge(enlargement(cy.zoom())));
  cy.on('dragfree', () => name(cy, enlarged));
  cy.on('mouseover', 'node', ({ target }) => target.addClass('pointed'));
  cy.on('mouseout', 'node', ({ target }) => target.removeClass('pointed'));
  cy.on('tap', (event) =>
    events.onPick(event.target === cy ? null : event.target.isNode() ? event.target.id() : null),
  );
  cy.on('dbltap', 'node', (event) => events.onOpen(event.target.id()));
  return {
    show(graph, look) {
      scheme = look.scheme;
      exchange(cy, graphElements(graph, look, measure));
      draw();
    },
    arrange(layout) {
      place(cy, layout);
      // How large names are follows from the zoom, and the zoom from how far names at the edge reach.
      for (let round = 0, before = 0; round < 4 && cy.zoom() !== before; round += 1) {
        before = cy.zoom();
        fitAll(cy);
        name(cy, enlarged);
      }
    },
    pick(id) {
      cy.elements().removeClass('picked near faded');
      const node = id === null ? cy.collection() : cy.getElementById(id);
      if (node.nonempty()) {
        const near = node.closedNeighborhood();
        cy.elements().difference(near).addClass('faded');
        near.edges().addClass('near');
        node.addClass('picked');
        if (cy.zoom() < READABLE) {
          cy.fit(near.nodes(), 40);
          if (cy.zoom() > 1) cy.zoom(1);
          cy.center(near.nodes());
        }
      }
      name(cy, enlarged);
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
      return { nodes: placesOf(cy), zoom: cy.zoom(), pan: { ...cy.pan() } };
    },
    restore({ nodes, zoom, pan }) {
      const added = cy.nodes().filter((node) => !nodes.has(node.id()));
      if (added.nonempty()) return false;
      cy.nodes().positions((node) => nodes.get(node.id()) ?? node.position());
      cy.viewport({ zoom, pan });
      name(cy, enlarged);
      return true;
    },
    async picture() {
      // At full size there is room for more names than in the window.
      enlarge(1);
      try {
        return await cy.png({
          output: 'blob-promise',
          full: true,
          scale: 2,
          maxWidth: LONGEST_SIDE,
          maxHeight: LONGEST_SIDE,
          bg: pageColor(scheme),
        });
      } finally {
        enlarge(enlargement(cy.zoom()));
      }
    },
    end() {
      cy.destroy();
    },
  };
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

function place(cy: Core, layout: GraphLayout): void {
  const nodes = cy
    .nodes()
    .toArray()
    .sort((a, b) => a.data('rank') - b.data('rank'));
  const links = cy.edges().map((edge) => ({ source: edge.source().id(), target: edge.target().id() }));
  const aspect = (cy.width() - NAME.x) / (cy.height() - NAME.y);
  const of = (kind: LinkNodeKind) => nodes.filter((it) => it.data('kind') === kind).map((it) => it.id());
  const places =
    layout === 'circles'
      ? layOutInRings({ inner: of('indicator'), outer: [of('host'), of('page')] }, links, aspect)
      : layOutByLinks(
          cy.nodes().map((node) => node.id()),
          links,
          aspect,
        );
  cy.nodes().positions((node) => places.get(node.id()) ?? node.position());
}

/** Names as many nodes as have room for it; if one is picked, of it and its neighbours. */
function name(cy: Core, enlarged: number): void {
  const picked = cy.nodes('.picked');
  const order = (node: NodeSingular): number => (node.hasClass('picked') ? -1 : node.data('rank'));
  const candidates = (picked.empty() ? cy.nodes() : picked.closedNeighborhood().nodes())
    .toArray()
    .sort((a, b) => order(a) - order(b));
  const chosen = chooseNamed(candidates.map((node) => roomsOf(extentOf(node), node.position(), enlarged)));
  const rooms = new Map(candidates.map((node, index) => [node.id(), chosen[index] ?? null]));
  cy.batch(() => {
    for (const node of cy.nodes().toArray()) {
      const room = rooms.get(node.id()) ?? null;
      node.toggleClass('named', room !== null).toggleClass('above', room === 1);
    }
  });
}

function extentOf(node: NodeSingular): NodeExtent {
  const { kind, lines, labelWidth, size } = node.data();
  return { isHost: kind === 'host', lines, labelWidth, size };
}

function placesOf(cy: Core): Map<string, Position> {
  return new Map(cy.nodes().map((node) => [node.id(), { ...node.position() }]));
}

function textMeasure(family: string): (text: string, font: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  return (text, font) => {
    if (!context) return text.length * 10;
    context.font = `${font} ${family}`;
    return context.measureText(text).width;
  };
}

/** All of it in the window, a small graph not blown up. */
function fitAll(cy: Core): void {
  // Links lie between nodes; to measure thousands of them takes seconds.
  cy.fit(cy.nodes(), 20);
  if (cy.zoom() <= 1.2) return;
  cy.zoom(1.2);
  cy.center(cy.nodes());
}
