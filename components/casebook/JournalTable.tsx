import { Button, Group, Table } from '@mantine/core';
import { IconAlertTriangle, IconDownload, IconLink, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { JournalEvent } from '@/utils/domain/journal';
import type { ChainReport } from '@/utils/domain/journal-chain';
import { Notice } from '../ui/Notice';
import { useFormat } from '../ui/use-format';
import { useGrowingList } from '../ui/use-growing-list';
import { useNames } from '../ui/use-names';
import classes from './casebook.module.css';
import { EventData } from './EventData';

interface Props {
  readonly events: readonly JournalEvent[];
  readonly chain: ChainReport;
  /** When the chain was computed last; timestamp. */
  readonly verifiedAt: string;
  readonly onVerify: () => void;
  readonly onSave: () => void;
}

/** Everything that was done in a case, newest first, and whether its chain holds. */
export function JournalTable({ events, chain, verifiedAt, onVerify, onSave }: Props) {
  const { t } = useTranslation();
  const { number, timestamp } = useFormat();
  const names = useNames();
  const { shown, end } = useGrowingList(events.length);
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
      {events.length > 0 && (
        <Table className={classes.table} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={52}>{t('common.numberSign')}</Table.Th>
              <Table.Th w={200}>{t('casebook.time')}</Table.Th>
              <Table.Th w="22%">{t('chain.event')}</Table.Th>
              <Table.Th>{t('chain.data')}</Table.Th>
              <Table.Th w={100}>{t('chain.hash')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {events
              .toReversed()
              .slice(0, shown)
              .map((event) => (
                <Table.Tr key={event.seq} data-testid="journal-row" data-kind={event.kind}>
                  <Table.Td>{number(event.seq)}</Table.Td>
                  <Table.Td>{timestamp(event.time)}</Table.Td>
                  <Table.Td>{names.journalEvent(event.kind)}</Table.Td>
                  <Table.Td>
                    <EventData data={event.data} />
                  </Table.Td>
                  <Table.Td className="osmotr-mono" title={event.hash}>
                    {event.hash.slice(0, 8)}
                  </Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      )}
      <div ref={end} />
    </>
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
