import { Button, UnstyledButton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import { hostNodeId, type LinkGraph, type LinkNode } from '@/utils/domain/link-graph';
import { routeHref } from '../casebook/route';
import { CopyButton } from '../ui/CopyButton';
import { DefangedUrl } from '../ui/DefangedUrl';
import { defangUrl } from '../ui/defang-url';
import { HostileText } from '../ui/HostileText';
import { LongList } from '../ui/LongList';
import { useFormat } from '../ui/use-format';
import { useNames } from '../ui/use-names';
import classes from './graph.module.css';

interface Props {
  readonly graph: LinkGraph;
  readonly captures: readonly Capture[];
  readonly picked: string | null;
  readonly expanded: ReadonlySet<string>;
  readonly onPick: (id: string | null) => void;
  readonly onToggle: (host: string) => void;
}

const ITEM_HEIGHT = 43;
const idOf = ({ id }: { readonly id: string }) => id;

/** The graph in words: all its identifiers and hosts, or the one that is picked. */
export function GraphSide(props: Props) {
  const { graph, picked } = props;
  const node = graph.nodes.find(({ id }) => id === picked);
  return (
    <aside className={classes.side} data-testid="graph-side">
      {node ? <Picked {...props} node={node} /> : <All graph={graph} onPick={props.onPick} />}
    </aside>
  );
}

function All({ graph, onPick }: Pick<Props, 'graph' | 'onPick'>) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const hosts = graph.nodes.filter(({ kind }) => kind === 'host');
  return (
    <>
      <Values nodes={graph.nodes.filter(({ kind }) => kind === 'indicator')} onPick={onPick} />
      <h2>{t('graph.hosts', { number: number(hosts.length) })}</h2>
      <LongList items={hosts} keyOf={idOf} estimate={ITEM_HEIGHT} className={classes.list}>
        {({ id, label, captureIds }) => (
          <UnstyledButton className={classes.item} data-testid="graph-host" onClick={() => onPick(id)}>
            <HostileText text={label} limit={90} brief />
            <span className="osmotr-muted">{t('casebook.capturesOf', { count: captureIds.length })}</span>
          </UnstyledButton>
        )}
      </LongList>
    </>
  );
}

function Values({ nodes, onPick }: { readonly nodes: readonly LinkNode[] } & Pick<Props, 'onPick'>) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { indicatorType } = useNames();
  return (
    <>
      <h2>{t('graph.identifiers', { number: number(nodes.length) })}</h2>
      <LongList items={nodes} keyOf={idOf} estimate={ITEM_HEIGHT} className={classes.list}>
        {({ id, type, label, hosts }) => (
          <UnstyledButton className={classes.item} data-testid="graph-indicator" onClick={() => onPick(id)}>
            <span className="osmotr-muted">
              {indicatorType(type ?? '')} · {t('graph.hostsOf', { count: hosts.length })}
            </span>
            <span className="osmotr-mono">
              <HostileText text={defangUrl(label)} limit={90} brief />
            </span>
          </UnstyledButton>
        )}
      </LongList>
    </>
  );
}

function Picked({ node, captures, expanded, onPick, onToggle, graph }: Props & { readonly node: LinkNode }) {
  const { t } = useTranslation();
  const { indicatorType } = useNames();
  const byId = useMemo(() => new Map(captures.map((capture) => [capture.id, capture])), [captures]);
  const held = node.captureIds.flatMap((id) => byId.get(id) ?? []);
  return (
    <>
      <UnstyledButton className="osmotr-link-button" data-testid="graph-back" onClick={() => onPick(null)}>
        <IconArrowLeft size={13} aria-hidden /> {t('graph.back')}
      </UnstyledButton>
      <div>
        <div className="osmotr-muted">
          {node.kind === 'indicator' ? indicatorType(node.type ?? '') : t(`graph.kind.${node.kind}`)}
        </div>
        {node.kind === 'page' ? (
          <DefangedUrl url={node.label} />
        ) : (
          <span className="osmotr-mono" data-testid="graph-picked">
            <HostileText text={defangUrl(node.label)} />{' '}
            <CopyButton value={node.label} label={t('common.copyValue')} />
          </span>
        )}
      </div>
      {node.kind === 'host' && (
        <Button size="xs" variant="default" data-testid="graph-expand" onClick={() => onToggle(node.label)}>
          {expanded.has(node.label) ? t('graph.fold') : t('graph.unfold')}
        </Button>
      )}
      {node.kind === 'indicator' && <Holders hosts={node.hosts} onPick={onPick} />}
      {node.kind === 'host' && (
        <Values
          nodes={graph.nodes.filter(({ kind, hosts }) => kind === 'indicator' && hosts.includes(node.label))}
          onPick={onPick}
        />
      )}
      <h2>{t('casebook.capturesOf', { count: held.length })}</h2>
      <LongList items={held} keyOf={idOf} estimate={ITEM_HEIGHT} className={classes.list}>
        {(capture) => <CaptureLink capture={capture} />}
      </LongList>
    </>
  );
}

function Holders({ hosts, onPick }: { readonly hosts: readonly string[] } & Pick<Props, 'onPick'>) {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('graph.hostsOf', { count: hosts.length })}</h2>
      <LongList items={hosts} keyOf={hostNodeId} estimate={ITEM_HEIGHT} className={classes.list}>
        {(host) => (
          <UnstyledButton className={classes.item} onClick={() => onPick(hostNodeId(host))}>
            <HostileText text={host} limit={90} brief />
          </UnstyledButton>
        )}
      </LongList>
    </>
  );
}

function CaptureLink({ capture }: { readonly capture: Capture }) {
  const { t } = useTranslation();
  const { number, timestamp } = useFormat();
  return (
    <a
      className={classes.item}
      href={routeHref({ view: 'capture', id: capture.id })}
      data-testid="graph-capture"
    >
      <span className="osmotr-muted">
        {t('common.numberSign')}
        {'\u00A0'}
        {number(capture.number)} · {timestamp(capture.startedAt)}
      </span>
      <HostileText text={capture.title || capture.host} limit={90} brief />
    </a>
  );
}
