import type { StylesheetJson } from 'cytoscape';
import type { IndicatorFamily } from '../capture/indicator-families';

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

/** Letters of sites and of what they share are never smaller on the screen, in pixels. */
const SMALLEST = 10.5;
const HOST_FONT = 17;

/** How much larger than drawn at full size the chief nodes stand at a zoom; in steps, so that not each turn of a wheel restyles all. */
export function enlargement(zoom: number): number {
  const needed = Math.max(1, SMALLEST / (HOST_FONT * zoom));
  return 1.1 ** Math.round(Math.log(needed) / Math.log(1.1));
}

/**
 * How nodes and links look; a node's data gives `label`, `chief` if it is to be read at any zoom and, for indicators,
 * `color`. `enlarged`: as `enlargement` gives it.
 */
export function graphStyle(scheme: ColorScheme, fontFamily: string, enlarged: number): StylesheetJson {
  const look = LOOKS[scheme];
  return [
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        'font-family': fontFamily,
        'font-size': 15,
        'min-zoomed-font-size': 9,
        color: look.text,
        'text-wrap': 'wrap',
        'text-max-width': `${260 * enlarged}px`,
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'text-background-color': look.page,
        'text-background-opacity': 0.85,
        'text-background-padding': '1px',
        width: 18,
        height: 18,
        'background-color': look.line,
      },
    },
    {
      selector: 'node[kind = "host"]',
      style: {
        shape: 'round-rectangle',
        width: 'label',
        height: 26 * enlarged,
        padding: `${6 * enlarged}px`,
        'font-size': HOST_FONT * enlarged,
        'font-weight': 600,
        'text-valign': 'center',
        'text-margin-y': 0,
        'text-background-opacity': 0,
        color: look.hostText,
        'background-color': look.host,
      },
    },
    { selector: 'node[kind = "page"]', style: { shape: 'rectangle', width: 14, height: 18 } },
    {
      selector: 'node[kind = "indicator"]',
      style: { 'background-color': 'data(color)', width: 'data(size)', height: 'data(size)' },
    },
    {
      selector: 'node[kind = "indicator"][?chief]',
      style: {
        'font-size': 15 * enlarged,
        'min-zoomed-font-size': 0,
        width: `mapData(size, 0, 100, 0, ${100 * enlarged})`,
        height: `mapData(size, 0, 100, 0, ${100 * enlarged})`,
        'z-index': 1,
      },
    },
    {
      selector: 'edge',
      style: { width: 'data(width)', 'line-color': look.line, 'curve-style': 'haystack', opacity: 0.75 },
    },
    { selector: 'edge[?chief]', style: { width: `mapData(width, 0, 100, 0, ${100 * enlarged})` } },
    { selector: '.faded', style: { opacity: 0.15 } },
    { selector: 'edge.near', style: { 'line-color': look.pick, opacity: 1 } },
    { selector: 'node.picked', style: { 'border-width': 3, 'border-color': look.pick } },
  ];
}
