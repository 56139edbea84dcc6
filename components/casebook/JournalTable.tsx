import { Table } from '@mantine/core';
import { IconAlertTriangle, IconLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { JournalEvent } from '@/utils/domain/journal';
import type { ChainReport } from '@/utils/domain/journal-chain';
import type { JsonObject } from '@/utils/domain/json';
import { defangUrl } from '../ui/defang-url';
import { HostileText } from '../ui/HostileText';
import { Notice } from '../ui/Notice';
import { useFormat } from '../ui/use-format';
import classes from './casebook.module.css';

interface Props {
  readonly events: readonly JournalEvent[];
  readonly chain: ChainReport;
}

/** Everything that was done in a case, newest first, and whether its chain holds. */
export function JournalTable({ events, chain }: Props) {
  const { t } = useTranslation();
  const { number, timestamp } = useFormat();
  return (
    <>
      <ChainState chain={chain} />
      {events.length > 0 && (
        <Table className={classes.table} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={52}>№</Table.Th>
              <Table.Th w={200}>{t('casebook.time')}</Table.Th>
              <Table.Th w="22%">{t('chain.event')}</Table.Th>
              <Table.Th>{t('chain.data')}</Table.Th>
              <Table.Th w={100}>{t('chain.hash')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {events.toReversed().map((event) => (
              <Table.Tr key={event.seq} data-testid="journal-row" data-kind={event.kind}>
                <Table.Td>{number(event.seq)}</Table.Td>
                <Table.Td>{timestamp(event.time)}</Table.Td>
                <Table.Td>{t(`journal.${event.kind}`)}</Table.Td>
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
    </>
  );
}

function ChainState({ chain }: { readonly chain: ChainReport }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (chain.ok) {
    return (
      <p className={classes.chain} data-testid="chain-state" data-ok="true">
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

/** The members of an event's data: names as in the journal's format, values as hostile text. */
function EventData({ data }: { readonly data: JsonObject }) {
  return (
    <ul className={classes.eventData}>
      {Object.entries(data).map(([name, value]) => (
        <li key={name}>
          <span className="osmotr-muted">{name}: </span>
          <HostileText
            text={typeof value === 'string' ? defangUrl(value) : JSON.stringify(value)}
            limit={70}
          />
        </li>
      ))}
    </ul>
  );
}
