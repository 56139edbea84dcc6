import { Button, Table } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import casebook from '../casebook/casebook.module.css';
import { HostileText } from '../ui/HostileText';
import { useFormat } from '../ui/use-format';
import { SettingsSection } from './SettingsSection';
import classes from './settings.module.css';

export interface StoredCase {
  readonly id: string;
  /** Null: the inbox. */
  readonly title: string | null;
  readonly captures: number;
  readonly bytes: number;
}

interface Props {
  readonly cases: readonly StoredCase[];
  /** What the browser says; null: it doesn't. */
  readonly estimate: { readonly usage: number; readonly quota: number } | null;
  readonly isPersisted: boolean;
  /** The browser was asked, and said no. */
  readonly isRefused: boolean;
  readonly onAsk: () => void;
}

/** How much is stored, by case and in all, and whether the browser may throw it away. */
export function StorageSection({ cases, estimate, isPersisted, isRefused, onAsk }: Props) {
  const { t } = useTranslation();
  const { bytes } = useFormat();
  return (
    <SettingsSection title={t('storage.title')}>
      <p data-testid="storage-total">
        {estimate
          ? t('storage.total', { used: bytes(estimate.usage), quota: bytes(estimate.quota) })
          : t('storage.unknown')}
      </p>
      <p className={classes.state} data-testid="storage-persisted" data-ok={isPersisted}>
        {isPersisted ? <IconLock size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
        <span>{t(isPersisted ? 'storage.persisted' : 'storage.notPersisted')}</span>
      </p>
      {!isPersisted && (
        <div>
          <Button size="xs" variant="default" data-testid="storage-ask" onClick={onAsk}>
            {t('storage.ask')}
          </Button>{' '}
          <span role="status">{isRefused && t('storage.refused')}</span>
        </div>
      )}
      <p className="osmotr-muted">{t('storage.notBrowserData')}</p>
      <CaseTable cases={cases} />
    </SettingsSection>
  );
}

function CaseTable({ cases }: Pick<Props, 'cases'>) {
  const { t } = useTranslation();
  const { bytes, number } = useFormat();
  const sum = (of: (it: StoredCase) => number) => cases.reduce((total, it) => total + of(it), 0);
  return (
    <Table className={casebook.table} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('storage.case')}</Table.Th>
          <Table.Th w={120} className={classes.figure}>
            {t('storage.captures')}
          </Table.Th>
          <Table.Th w={120} className={classes.figure}>
            {t('storage.size')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {cases.map((it) => (
          <Table.Tr key={it.id} data-testid="storage-row">
            <Table.Td>
              {it.title === null ? t('common.inbox') : <HostileText text={it.title} limit={120} />}
            </Table.Td>
            <Table.Td className={classes.figure}>{number(it.captures)}</Table.Td>
            <Table.Td className={classes.figure}>{bytes(it.bytes)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th>{t('storage.sum')}</Table.Th>
          <Table.Th className={classes.figure}>{number(sum(({ captures }) => captures))}</Table.Th>
          <Table.Th className={classes.figure}>{bytes(sum((it) => it.bytes))}</Table.Th>
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}
