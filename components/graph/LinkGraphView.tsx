import { useComputedColorScheme } from '@mantine/core';
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkGraph } from '@/utils/domain/link-graph';
import { useNames } from '../ui/use-names';
import { useRaise } from '../ui/use-raise';
import classes from './graph.module.css';
import { createGraphCanvas, type GraphCanvas, type GraphLayout, type Places } from './graph-canvas';

export interface GraphHandle {
  readonly fit: () => void;
  readonly picture: () => Promise<Blob>;
}

interface Props {
  readonly graph: LinkGraph;
  readonly layout: GraphLayout;
  readonly picked: string | null;
  readonly onPick: (id: string | null) => void;
  readonly onOpen: (id: string) => void;
  readonly handle: RefObject<GraphHandle | null>;
  /** Where the nodes stood when it was left; null: they are laid out. */
  readonly places: Places | null;
  readonly onLeave: (places: Places) => void;
}

/** The picture of a link graph; what it says stands in the list beside it too, for keyboard and screen reader. */
export function LinkGraphView({ graph, layout, picked, handle, ...props }: Props) {
  const { t } = useTranslation();
  const { indicatorType } = useNames();
  const scheme = useComputedColorScheme('light');
  const container = useRef<HTMLDivElement>(null);
  const [canvas, setCanvas] = useState<GraphCanvas | null>(null);
  const raise = useRaise();
  const pick = useEffectEvent(props.onPick);
  const open = useEffectEvent(props.onOpen);
  const leave = useEffectEvent(props.onLeave);
  const kept = useRef(props.places);

  useEffect(() => {
    if (!container.current) return undefined;
    let isGone = false;
    let made: GraphCanvas | undefined;
    createGraphCanvas(container.current, {
      onPick: (id) => pick(id),
      onOpen: (id) => open(id),
    }).then((it) => {
      made = it;
      if (isGone) it.end();
      else setCanvas(it);
    }, raise);
    return () => {
      isGone = true;
      if (made) leave(made.places());
      made?.end();
    };
  }, [raise]);

  useEffect(
    () => canvas?.show(graph, { scheme, typeName: indicatorType }),
    [canvas, graph, scheme, indicatorType],
  );
  // New nodes need places, new colours don't; what comes later is marked too.
  const shape = graph.nodes.map(({ id }) => id).join('\n\n');
  useEffect(() => {
    if (!shape || !canvas) return;
    const places = kept.current;
    kept.current = null;
    if (!places || !canvas.restore(places)) canvas.arrange(layout);
  }, [canvas, layout, shape]);
  useEffect(() => {
    if (graph.nodes.length > 0) canvas?.pick(picked);
  }, [canvas, picked, graph]);
  useImperativeHandle(handle, () => ({
    fit: () => canvas?.fit(),
    picture: async () => {
      if (!canvas) throw new Error('the graph is not drawn yet');
      return canvas.picture();
    },
  }));

  return (
    <div
      ref={container}
      className={classes.canvas}
      role="img"
      aria-label={`${t('graph.picture', { nodes: graph.nodes.length, edges: graph.edges.length })}. ${t('graph.keys')}`}
      onKeyDown={(event) => {
        if (canvas && moved(event, canvas)) event.preventDefault();
      }}
      {...FOCUSABLE}
      data-testid="link-graph"
      data-ready={canvas !== null}
      data-nodes={graph.nodes.length}
    />
  );
}

const FOCUSABLE = { tabIndex: 0 };

const STEP = 60;
const MOVES: Readonly<Record<string, (canvas: GraphCanvas) => void>> = {
  ArrowLeft: (canvas) => canvas.panBy(STEP, 0),
  ArrowRight: (canvas) => canvas.panBy(-STEP, 0),
  ArrowUp: (canvas) => canvas.panBy(0, STEP),
  ArrowDown: (canvas) => canvas.panBy(0, -STEP),
  '+': (canvas) => canvas.zoomBy(1.25),
  '=': (canvas) => canvas.zoomBy(1.25),
  '-': (canvas) => canvas.zoomBy(0.8),
  '0': (canvas) => canvas.fit(),
};

/** Whether the key was one that moves the picture. */
function moved({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, canvas: GraphCanvas): boolean {
  const move = ctrlKey || metaKey || altKey ? undefined : MOVES[key];
  move?.(canvas);
  return move !== undefined;
}
