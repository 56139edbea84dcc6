import { ActionIcon, Button, Checkbox, Table, TextInput } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconPencil, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case } from '@/utils/domain/case';
import type { ErrorRecord } from '@/utils/errors';
import casebook from '../casebook/casebook.module.css';
import { routeHref } from '../casebook/route';
import { useLeftText } from '../overview/use-left-text';
import type { BugEnvironment } from '../ui/bug-report';
import { ErrorNotice } from '../ui/ErrorNotice';
import { HostileText } from '../ui/HostileText';
import { isolateText } from '../ui/hostile-text';
import { useFormat } from '../ui/use-format';
import { useNow } from '../ui/use-now';
import { type CaseRow, caseState, filterCases } from './case-rows';
import classes from './cases.module.css';

interface Props {
  /** Most recently used first. */
  readonly rows: readonly CaseRow[];
  readonly environment: BugEnvironment;
  readonly isBusy: boolean;
  readonly error: ErrorRecord | null;
  readonly onArchive: (caseId: string, isArchived: boolean) => void;
}

/** All cases: to find one, to see what is due, to put one away. */
export function CasesView(props: Props) {
  const { rows, environment, error } = props;
  const { t } = useTranslation();
  const { number } = useFormat();
  const [search, setSearch] = useState('');
  const [withArchived, setWithArchived] = useState(false);
  const hasArchived = rows.some(({ case: { archivedAt } }) => archivedAt !== undefined);
  const shown = filterCases(rows, search, withArchived);
  return (
    <>
      <header className={casebook.head}>
        <h1>{t('casesList.title')}</h1>
        <Button
          component="a"
          href={routeHref({ view: 'new-case' })}
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {t('casefile.create')}
        </Button>
      </header>
      <div className={classes.tools}>
        <TextInput
          size="xs"
          className={classes.search}
          aria-label={t('casesList.filter')}
          placeholder={t('casesList.filter')}
          data-testid="cases-filter"
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
        {hasArchived && (
          <Checkbox
            size="xs"
            label={t('casesList.showArchived')}
            data-testid="cases-archived"
            checked={withArchived}
            onChange={({ currentTarget }) => setWithArchived(currentTarget.checked)}
          />
        )}
        <a href={routeHref({ view: 'search' })} className={classes.searchAll}>
          <IconSearch size={14} aria-hidden /> {t('casesList.searchAll')}
        </a>
      </div>
      {error && <ErrorNotice error={error} environment={environment} />}
      <p className="osmotr-muted" role="status" data-testid="cases-count" data-shown={shown.length}>
        {t('casesList.shown', { shown: number(shown.length), total: number(rows.length) })}
      </p>
      {shown.length === 0 ? (
        <p className="osmotr-muted">{t('casesList.nothing')}</p>
      ) : (
        <CaseTable {...props} rows={shown} />
      )}
    </>
  );
}

function CaseTable({ rows, isBusy, onArchive }: Props) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={660} type="native">
      <Table className={`${casebook.table} ${classes.table}`} highlightOnHover layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('casesList.case')}</Table.Th>
            <Table.Th w="20%">{t('casesList.status')}</Table.Th>
            <Table.Th w="13%" className={classes.figure}>
              {t('casebook.captures')}
            </Table.Th>
            <Table.Th w="15%">{t('casesList.lastActivity')}</Table.Th>
            <Table.Th w="17%">{t('casesList.clock')}</Table.Th>
            <Table.Th w={70} aria-label={t('casebook.edit')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <CaseLine key={row.case.id} row={row} isBusy={isBusy} onArchive={onArchive} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface LineProps extends Pick<Props, 'isBusy' | 'onArchive'> {
  readonly row: CaseRow;
}

function CaseLine({ row: { case: matter, captures }, isBusy, onArchive }: LineProps) {
  const { t } = useTranslation();
  const { number, timestamp } = useFormat();
  const { id, title, registerNumber, unit, updatedAt, archivedAt, imported } = matter;
  const isArchived = archivedAt !== undefined;
  const edit = t('casesList.edit', { title: isolateText(title) });
  const archive = t(isArchived ? 'casesList.unarchive' : 'casesList.archive', { title: isolateText(title) });
  return (
    <Table.Tr data-testid="case-line" data-case={id} data-state={caseState(matter)}>
      <Table.Td>
        <div className={classes.number}>
          {registerNumber === '' ? (
            <span className="osmotr-muted">{t('casebook.noNumber')}</span>
          ) : (
            <HostileText text={registerNumber} limit={40} />
          )}
        </div>
        <a href={routeHref({ view: 'case', id })} className={classes.title}>
          <HostileText text={title} limit={160} brief />
        </a>
        {unit !== '' && (
          <div className="osmotr-muted">
            <HostileText text={unit} limit={80} />
          </div>
        )}
      </Table.Td>
      <Table.Td>{t(`casesList.state.${caseState(matter)}`)}</Table.Td>
      <Table.Td className={classes.figure}>{number(captures)}</Table.Td>
      <Table.Td>{timestamp(updatedAt)}</Table.Td>
      <Table.Td>
        <Clock matter={matter} />
      </Table.Td>
      <Table.Td className={classes.actions}>
        {!isArchived && !imported && (
          <ActionIcon
            component="a"
            href={routeHref({ view: 'case', id, tab: 'overview', edit: true })}
            data-testid="case-line-edit"
            variant="subtle"
            size="sm"
            aria-label={edit}
            title={edit}
          >
            <IconPencil size={14} aria-hidden />
          </ActionIcon>
        )}
        {!imported && (
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={archive}
            title={archive}
            disabled={isBusy}
            data-testid="case-line-archive"
            onClick={() => onArchive(id, !isArchived)}
          >
            {isArchived ? <IconArchiveOff size={14} aria-hidden /> : <IconArchive size={14} aria-hidden />}
          </ActionIcon>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Clock({ matter }: { readonly matter: Case }) {
  const leftText = useLeftText();
  const { timestamp } = useFormat();
  const { t } = useTranslation();
  const now = useNow(15_000);
  const clock = matter.procedure?.registration;
  if (!clock) return null;
  return (
    <span
      className={classes.clock}
      data-late={clock.registeredAt === null && Date.parse(clock.dueAt) < now}
      title={t('registration.due', { time: timestamp(clock.dueAt) })}
    >
      {leftText(clock, now)}
    </span>
  );
}
