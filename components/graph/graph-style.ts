import type { Position, StylesheetJson } from 'cytoscape';
import type { IndicatorFamily } from '../capture/indicator-families';
import type { Box } from './choose-named';

export type ColorScheme = 'light' | 'dark';

/** One colour a family, told apart also without red and green; the label names the type anyway. */
export const FAMILY_COLORS: Readonly<Record<ColorScheme, Readonly<Record<IndicatorFamily, string>>>> = {
  light: {
    wallets: '#b45309',
    telegram: '#0369a1',
    messengers: '#0f766e',
    finance: '#9d174d',
    contact: '#6d28d9',
    place: '#4d7c0f',
    technical: '#475569',
    addresses: '#57534e',
  },
  dark: {
    wallets: '#f5b461',
    telegram: '#67b7e8',
    messengers: '#5fd0c0',
    finance: '#f28bb8',
    contact: '#b9a3f5',
    place: '#b5d56a',
    technical: '#a9b4c4',
    addresses: '#c4bdb5',
  },
};

/** Canvas colours of the page's two looks: the canvas reads no custom properties. */
const LOOKS = {
  light: {
    text: '#1c2430',
    page: '#ffffff',
    host: '#1d4577',
    hostText: '#ffffff',
    line: '#98a4b5',
    pick: '#c2410c',
  },
  dark: {
    text: '#dfe5ee',
    page: '#1c2027',
    host: '#8aa9d2',
    hostText: '#101318',
    line: '#5b6675',
    pick: '#ffb020',
  },
} as const;

/** The colour behind a saved picture of the graph. */
export function pageColor(scheme: ColorScheme): string {
  return LOOKS[scheme].page;
}

/** Letters are never smaller on the screen, and nodes hardly, in pixels. */
const SMALLEST = 10.5;
export const FONTS = { host: '600 15px', other: '14px' } as const;
const HOST_FONT = 15;
const FONT = 14;
const LINE_HEIGHT = 1.2;
/** Inside a host's shape, and between a shape and its name. */
const PAD = 6;
const MARGIN = 4;

/** How much larger than at full size names stand at a zoom; in steps, so that not each turn of a wheel restyles all. */
export function enlargement(zoom: number): number {
  const needed = Math.max(1, SMALLEST / (FONT * zoom));
  return 1.1 ** Math.round(Math.log(needed) / Math.log(1.1));
}

/** How large a node is at full size: its label's lines and the longest one's width, and its `size` unnamed. */
export interface NodeExtent {
  readonly isHost: boolean;
  readonly lines: number;
  readonly labelWidth: number;
  readonly size: number;
}

/** The rooms that a node at a place takes with its name: below or, second, above; a host's is in its shape. */
export function roomsOf(node: NodeExtent, { x, y }: Position, enlarged: number): Box[] {
  const { isHost, lines, labelWidth, size } = node;
  if (isHost) {
    const width = (labelWidth + 2 * PAD) * enlarged;
    const height = (HOST_FONT * LINE_HEIGHT + PAD) * enlarged;
    return [{ x: x - width / 2, y: y - height / 2, width, height }];
  }
  const shape = size * shapeEnlargement(enlarged);
  const width = Math.max(shape, (labelWidth + 4) * enlarged);
  const label = (MARGIN + lines * FONT * LINE_HEIGHT) * enlarged;
  const below = { x: x - width / 2, y: y - shape / 2, width, height: shape + label };
  return [below, { ...below, y: below.y - label }];
}

/** Shapes grow less than letters: hundreds of them have to stand beside each other. */
function shapeEnlargement(enlarged: number): number {
  return enlarged ** 0.5;
}

/** Lines are fainter the more there are: what they cross is still seen. */
function lineOpacity(edges: number): number {
  return Math.max(0.1, Math.min(0.75, 0.75 * Math.sqrt(300 / Math.max(edges, 1))));
}

/**
 * How nodes and links look; a node's data gives `label`, `labelWidth` at full size, `size` and, for indicators,
 * `color`. The class `named` shows its name, `above` there. `enlarged`: as `enlargement` gives it; `edges`: how many.
 */
export function graphStyle(
  scheme: ColorScheme,
  fontFamily: string,
  enlarged: number,
  edges: number,
): StylesheetJson {
  const look = LOOKS[scheme];
  const shapes = shapeEnlargement(enlarged);
  const bySize = `mapData(size, 0, 100, 0, ${100 * shapes})`;
  return [
    {
      selector: 'node',
      style: {
        'font-family': fontFamily,
        'font-size': FONT * enlarged,
        color: look.text,
        'text-wrap': 'wrap',
        'text-max-width': `${1_000 * enlarged}px`,
        'text-valign': 'bottom',
        'text-margin-y': MARGIN * enlarged,
        'text-background-color': look.page,
        'text-background-opacity': 0.75,
        'text-background-padding': '1px',
        width: bySize,
        height: bySize,
        'background-color': look.line,
      },
    },
    { selector: 'node.named', style: { label: 'data(label)', 'z-index': 1 } },
    {
      selector: 'node.above',
      style: { 'text-valign': 'top', 'text-margin-y': -MARGIN * enlarged },
    },
    {
      selector: 'node[kind = "host"]',
      // Above the names of others: no site is hidden by one.
      style: { shape: 'round-rectangle', 'background-color': look.host, 'z-index': 2 },
    },
    {
      selector: 'node[kind = "host"].named',
      style: {
        width: `mapData(labelWidth, 0, 1000, ${2 * PAD * enlarged}, ${(1_000 + 2 * PAD) * enlarged})`,
        height: (HOST_FONT * LINE_HEIGHT + PAD) * enlarged,
        'font-size': HOST_FONT * enlarged,
        'font-weight': 600,
        'text-valign': 'center',
        'text-margin-y': 0,
        'text-background-opacity': 0,
        'background-opacity': 0.92,
        'z-index': 3,
        color: look.hostText,
      },
    },
    { selector: 'node[kind = "page"]', style: { shape: 'rectangle' } },
    { selector: 'node[kind = "indicator"]', style: { 'background-color': 'data(color)' } },
    {
      selector: 'edge',
      style: {
        width: `mapData(width, 0, 100, 0, ${100 * enlarged})`,
        'line-color': look.line,
        'curve-style': 'haystack',
        opacity: lineOpacity(edges),
      },
    },
    { selector: 'node.faded', style: { opacity: 0.15 } },
    { selector: 'edge.faded', style: { opacity: lineOpacity(edges) * 0.2 } },
    { selector: 'edge.near', style: { 'line-color': look.pick, opacity: 0.9, 'z-index': 1 } },
    {
      selector: 'node.picked',
      style: { 'border-width': 3 * shapes, 'border-color': look.pick, 'z-index': 4 },
    },
    { selector: 'node.pointed', style: { label: 'data(label)', opacity: 1, 'z-index': 5 } },
  ];
}
