import { Button, Group, Table } from '@mantine/core';
import { IconAlertTriangle, IconDownload, IconLink, IconShieldCheck } from '@tabler/icons-react';
import { Fragment, useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import type { JournalEvent } from '@/utils/domain/journal';
import type { ChainReport } from '@/utils/domain/journal-chain';
import { BlankRows } from '../ui/BlankRows';
import { Notice } from '../ui/Notice';
import { ShortHash } from '../ui/ShortHash';
import { useFormat } from '../ui/use-format';
import { useNames } from '../ui/use-names';
import { useWindowRows } from '../ui/use-window-rows';
import classes from './casebook.module.css';
import { EventData } from './EventData';

interface Props {
  readonly events: readonly JournalEvent[];
  /** Those of the case. */
  readonly captures: readonly Capture[];
  readonly chain: ChainReport;
  /** When the chain was computed last; timestamp. */
  readonly verifiedAt: string;
  readonly onVerify: () => void;
  readonly onSave: () => void;
}

/** Everything that was done in a case, newest first, and whether its chain holds. */
export function JournalTable({ events, captures, chain, verifiedAt, onVerify, onSave }: Props) {
  const { t } = useTranslation();
  const { timestamp } = useFormat();
  return (
    <>
      <ChainState chain={chain} />
      <Group gap="sm" mb="sm">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconShieldCheck size={14} aria-hidden />}
          data-testid="journal-verify"
          onClick={onVerify}
        >
          {t('journalScreen.verify')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          data-testid="journal-save"
          disabled={events.length === 0}
          onClick={onSave}
        >
          {t('journalScreen.save')}
        </Button>
        <span className="osmotr-muted" role="status" data-testid="journal-verified-at" data-time={verifiedAt}>
          {t('journalScreen.verifiedAt', { time: timestamp(verifiedAt) })}
        </span>
      </Group>
      {events.length > 0 && <Events events={events} captures={captures} />}
    </>
  );
}

const ROW_HEIGHT = 90;
const COLUMNS = 5;

function Events({ events, captures }: Pick<Props, 'events' | 'captures'>) {
  const { t } = useTranslation();
  const byId = useMemo(() => new Map(captures.map((capture) => [capture.id, capture])), [captures]);
  const newestFirst = useMemo(() => events.toReversed(), [events]);
  const table = useRef<HTMLTableElement>(null);
  const { drawn, rest, measure } = useWindowRows(table, {
    count: events.length,
    keyOf: useCallback((index: number) => String(newestFirst[index]?.seq), [newestFirst]),
    estimate: ROW_HEIGHT,
  });
  return (
    <Table ref={table} className={classes.table} layout="fixed" aria-rowcount={events.length + 1}>
      <Table.Thead>
        <Table.Tr aria-rowindex={1}>
          <Table.Th w={52}>{t('common.numberSign')}</Table.Th>
          <Table.Th w={200}>{t('casebook.time')}</Table.Th>
          <Table.Th w="22%">{t('chain.event')}</Table.Th>
          <Table.Th>{t('chain.data')}</Table.Th>
          <Table.Th w={124}>{t('chain.hash')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      {drawn.map(({ index, gap }) => {
        const event = newestFirst[index];
        return (
          event && (
            <Fragment key={event.seq}>
              <BlankRows height={gap} columns={COLUMNS} />
              <Table.Tbody ref={measure} data-index={index}>
                <EventRow event={event} index={index} captures={byId} />
              </Table.Tbody>
            </Fragment>
          )
        );
      })}
      <BlankRows height={rest} columns={COLUMNS} />
    </Table>
  );
}

interface EventRowProps {
  readonly event: JournalEvent;
  readonly index: number;
  readonly captures: ReadonlyMap<string, Capture>;
}

function EventRow({ event, index, captures }: EventRowProps) {
  const { number, timestamp } = useFormat();
  const names = useNames();
  return (
    <Table.Tr aria-rowindex={index + 2} data-testid="journal-row" data-kind={event.kind}>
      <Table.Td>{number(event.seq)}</Table.Td>
      <Table.Td>{timestamp(event.time)}</Table.Td>
      <Table.Td>{names.journalEvent(event.kind)}</Table.Td>
      <Table.Td>
        <EventData data={event.data} captures={captures} />
      </Table.Td>
      <Table.Td>
        <ShortHash sha256={event.hash} length={8} />
      </Table.Td>
    </Table.Tr>
  );
}

function ChainState({ chain }: { readonly chain: ChainReport }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (chain.ok) {
    return (
      <p className={classes.journalChain} data-testid="chain-state" data-ok="true" data-count={chain.count}>
        <IconLink size={16} aria-hidden />
        {chain.count === 0 ? t('chain.empty') : t('chain.ok', { count: chain.count })}
      </p>
    );
  }
  return (
    <div className={classes.broken} data-testid="chain-state" data-ok="false">
      <Notice
        icon={<IconAlertTriangle size={18} />}
        title={t('chain.broken', { position: number(chain.position) })}
      >
        {t('chain.brokenNote')}
      </Notice>
    </div>
  );
}
