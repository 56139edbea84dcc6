import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import { toGraphml } from '@/utils/domain/graphml';
import type { LinkSighting } from '@/utils/domain/link-graph';
import { FAMILY_NAMES } from '../capture/indicator-families';
import { useFormat } from '../ui/use-format';
import { useRaise } from '../ui/use-raise';
import { GraphSide } from './GraphSide';
import { GraphToolbar } from './GraphToolbar';
import classes from './graph.module.css';
import type { GraphLayout, Places } from './graph-canvas';
import { type GraphHandle, LinkGraphView } from './LinkGraphView';
import { type GraphFilter, useLinkGraph } from './use-link-graph';

interface Props {
  readonly captures: readonly Capture[];
  /** Without what is suspect or marked as irrelevant: neither links anything. */
  readonly sightings: readonly LinkSighting[];
  /** Begins the name of a saved file. */
  readonly fileName: string;
  readonly onSave: (content: Blob, fileName: string) => void;
  /** As it was left before. */
  readonly memory: GraphMemory;
}

/** How a graph is looked at; whoever keeps it finds it again as it was left. */
export interface GraphMemory {
  look: Look | null;
  places: Places | null;
}

interface Look {
  readonly filter: GraphFilter;
  readonly layout: GraphLayout;
  /** Hosts that are unfolded into their pages. */
  readonly expanded: ReadonlySet<string>;
  readonly picked: string | null;
}

// A shop's own address and its links join nothing; who wants them ticks the family.
const FIRST_FAMILIES = new Set(FAMILY_NAMES.filter((name) => name !== 'addresses'));

/** Which hosts share which identifiers: a picture, and the same as a list. */
export function GraphPanel({ captures, sightings, fileName, onSave, memory }: Props) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [look, setLook] = useState<Look>(() => memory.look ?? firstLook(captures));
  const { filter, layout, expanded, picked } = look;
  const change = (part: Partial<Look>) => setLook((before) => ({ ...before, ...part }));
  useEffect(() => {
    memory.look = look;
  }, [memory, look]);
  const handle = useRef<GraphHandle>(null);
  const raise = useRaise();
  const graph = useLinkGraph(captures, sightings, filter, expanded);
  const toggle = (host: string) => {
    const next = new Set(expanded);
    if (!next.delete(host)) next.add(host);
    change({ expanded: next });
  };
  const open = (id: string) => {
    const node = graph.nodes.find((it) => it.id === id);
    if (node?.kind === 'host') toggle(node.label);
  };
  if (captures.length === 0) return <p className="osmotr-muted">{t('graph.empty')}</p>;
  const shared = graph.nodes.filter(({ kind }) => kind === 'indicator');
  return (
    <>
      <GraphToolbar
        filter={filter}
        layout={layout}
        onFilter={(next) => change({ filter: next })}
        onLayout={(next) => change({ layout: next })}
        onFit={() => handle.current?.fit()}
        onPicture={() =>
          handle.current?.picture().then((picture) => onSave(picture, `${fileName}-links.png`), raise)
        }
        onGraphml={() =>
          onSave(
            new Blob([toGraphml(graph)], { type: 'application/graphml+xml' }),
            `${fileName}-links.graphml`,
          )
        }
      />
      <p className={classes.note}>
        {shared.length === 0 && filter.onlyShared
          ? t('graph.nothingShared')
          : `${t('graph.hint')} ${t('graph.keys')}`}
        {graph.omitted > 0 && ` ${t('graph.omitted', { number: number(graph.omitted) })}`}
      </p>
      <div className={classes.panel}>
        <LinkGraphView
          graph={graph}
          layout={layout}
          picked={picked}
          onPick={(id) => change({ picked: id })}
          onOpen={open}
          handle={handle}
          places={memory.places}
          onLeave={(places) => {
            memory.places = places;
          }}
        />
        <GraphSide
          graph={graph}
          captures={captures}
          picked={picked}
          expanded={expanded}
          onPick={(id) => change({ picked: id })}
          onToggle={toggle}
        />
      </div>
    </>
  );
}

// Of a single site there is nothing between sites: its pages are what shares.
function firstLook(captures: readonly Capture[]): Look {
  const hosts = new Set(captures.map(({ host }) => host));
  return {
    filter: { families: FIRST_FAMILIES, onlyShared: hosts.size > 1 },
    layout: 'links',
    expanded: hosts.size === 1 ? hosts : new Set(),
    picked: null,
  };
}
