import { ActionIcon, Button, Table, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Watch } from '@/utils/domain/indicator';
import type { ErrorRecord } from '@/utils/errors';
import type { BugEnvironment } from '../ui/bug-report';
import { defangUrl } from '../ui/defang-url';
import { ErrorNotice } from '../ui/ErrorNotice';
import { HostileText } from '../ui/HostileText';
import { isolateText } from '../ui/hostile-text';
import { useFormat } from '../ui/use-format';
import casebook from './casebook.module.css';
import classes from './indicators.module.css';

/** Longest pattern and note that are stored. */
const LIMIT = 2_000;

interface Props {
  readonly items: readonly { readonly watch: Watch; readonly matches: number }[];
  readonly environment: BugEnvironment;
  readonly error: ErrorRecord | null;
  readonly isBusy: boolean;
  /** Resolves to whether it was added. */
  readonly onAdd: (pattern: string, note: string) => Promise<boolean>;
  readonly onRemove: (watchId: string) => void;
}

/** What the operative watches for, and how many captures contained it. */
export function WatchList({ items, environment, error, isBusy, onAdd, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <section className={classes.watchList} aria-labelledby="watch-list">
      <h2 id="watch-list">{t('watch.title')}</h2>
      <p className="osmotr-muted">{t('watch.note')}</p>
      {error && <ErrorNotice error={error} environment={environment} />}
      <WatchForm isBusy={isBusy} onAdd={onAdd} />
      {items.length === 0 ? (
        <p className="osmotr-muted">{t('watch.empty')}</p>
      ) : (
        <Table className={casebook.table} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('watch.pattern')}</Table.Th>
              <Table.Th w="30%">{t('watch.comment')}</Table.Th>
              <Table.Th w="16%">{t('watch.matches')}</Table.Th>
              <Table.Th w="18%">{t('watch.addedAt')}</Table.Th>
              <Table.Th w={44} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((item) => (
              <WatchRow key={item.watch.id} {...item} isBusy={isBusy} onRemove={onRemove} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}

interface RowProps extends Pick<Props, 'isBusy' | 'onRemove'> {
  readonly watch: Watch;
  readonly matches: number;
}

function WatchRow({ watch: { id, pattern, note, createdAt }, matches, isBusy, onRemove }: RowProps) {
  const { t } = useTranslation();
  const { number, timestamp } = useFormat();
  const label = t('watch.remove', { pattern: isolateText(pattern) });
  return (
    <Table.Tr data-testid="watch-row" data-pattern={pattern} data-matches={matches}>
      <Table.Td className="osmotr-mono">
        <HostileText text={defangUrl(pattern)} limit={120} />
      </Table.Td>
      <Table.Td>{note && <HostileText text={note} limit={160} />}</Table.Td>
      <Table.Td>{number(matches)}</Table.Td>
      <Table.Td>{timestamp(createdAt)}</Table.Td>
      <Table.Td>
        <ActionIcon
          variant="subtle"
          size="sm"
          aria-label={label}
          title={label}
          disabled={isBusy}
          data-testid="watch-remove"
          onClick={() => onRemove(id)}
        >
          <IconTrash size={14} aria-hidden />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}

function WatchForm({ isBusy, onAdd }: Pick<Props, 'isBusy' | 'onAdd'>) {
  const { t } = useTranslation();
  const [pattern, setPattern] = useState('');
  const [note, setNote] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await onAdd(pattern, note))) return;
    setPattern('');
    setNote('');
  };
  return (
    <form onSubmit={submit} className={classes.watchForm}>
      <TextInput
        size="xs"
        required
        maxLength={LIMIT}
        label={t('watch.pattern')}
        description={t('watch.patternHint')}
        data-testid="watch-pattern"
        value={pattern}
        onChange={({ currentTarget }) => setPattern(currentTarget.value)}
      />
      <TextInput
        size="xs"
        maxLength={LIMIT}
        label={t('watch.comment')}
        data-testid="watch-note"
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <Button type="submit" size="xs" data-testid="watch-add" disabled={isBusy || pattern.trim() === ''}>
        {t('watch.add')}
      </Button>
    </form>
  );
}
