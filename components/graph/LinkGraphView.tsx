import { useComputedColorScheme } from '@mantine/core';
import { type RefObject, useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkGraph } from '@/utils/domain/link-graph';
import { useNames } from '../ui/use-names';
import { useRaise } from '../ui/use-raise';
import classes from './graph.module.css';
import { createGraphCanvas, type GraphCanvas, type GraphLayout } from './graph-canvas';

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
}

/** The picture of a link graph; what it says stands in the list beside it too, for keyboard and screen reader. */
export function LinkGraphView({ graph, layout, picked, onPick, onOpen, handle }: Props) {
  const { t } = useTranslation();
  const { indicatorType } = useNames();
  const scheme = useComputedColorScheme('light');
  const container = useRef<HTMLDivElement>(null);
  const [canvas, setCanvas] = useState<GraphCanvas | null>(null);
  const raise = useRaise();
  const pick = useEffectEvent(onPick);
  const open = useEffectEvent(onOpen);

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
    if (shape) canvas?.arrange(layout);
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
      aria-label={t('graph.picture', { nodes: graph.nodes.length, edges: graph.edges.length })}
      data-testid="link-graph"
      data-ready={canvas !== null}
      data-nodes={graph.nodes.length}
    />
  );
}
