import { IconInbox } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Case, INBOX_CASE_ID } from '@/utils/domain/case';
import { isolateText } from '../ui/hostile-text';
import { LongList } from '../ui/LongList';
import { useFormat } from '../ui/use-format';
import classes from './casebook.module.css';
import { routeHref } from './route';

export interface CaseNavProps {
  readonly cases: readonly { readonly case: Case; readonly captures: number }[];
  readonly inboxCaptures: number;
  readonly selected: string | null;
}

type Row = CaseNavProps['cases'][number];

const ROW_HEIGHT = 53;
const INBOX = 'inbox';
const keyOf = (row: Row | typeof INBOX) => (row === INBOX ? INBOX_CASE_ID : row.case.id);

/** The inbox and the cases, most recently used first, each with its number of captures; archived ones folded away. */
export function CaseNav({ cases, inboxCaptures, selected }: CaseNavProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { open, archived, isArchivedOpen } = useMemo(() => {
    const [put, kept] = [cases.filter(isArchived), cases.filter((row) => !isArchived(row))];
    return {
      open: [INBOX, ...kept] as const,
      archived: put,
      isArchivedOpen: put.some(({ case: { id } }) => id === selected),
    };
  }, [cases, selected]);
  return (
    <>
      <LongList items={open} keyOf={keyOf} estimate={ROW_HEIGHT} className={classes.caseList}>
        {(row) =>
          row === INBOX ? (
            <a {...linkTo(INBOX_CASE_ID, selected)} data-testid="inbox-row">
              <span className={classes.caseTitle}>
                <IconInbox size={16} aria-hidden /> {t('common.inbox')}
              </span>
              <span className={classes.count}>{number(inboxCaptures)}</span>
            </a>
          ) : (
            <CaseLink row={row} selected={selected} />
          )
        }
      </LongList>
      {archived.length > 0 && (
        <details className={classes.archive} open={isArchivedOpen}>
          <summary data-testid="archive">
            {t('archive.title')} {number(archived.length)}
          </summary>
          <LongList items={archived} keyOf={keyOf} estimate={ROW_HEIGHT} className={classes.caseList}>
            {(row) => <CaseLink row={row} selected={selected} />}
          </LongList>
        </details>
      )}
    </>
  );
}

function isArchived({ case: { archivedAt } }: Row): boolean {
  return archivedAt !== undefined;
}

function linkTo(id: string, selected: string | null) {
  return {
    href: routeHref({ view: 'case', id }),
    className: classes.caseLink,
    'aria-current': id === selected ? ('page' as const) : undefined,
    'data-case': id,
  };
}

function CaseLink({ row, selected }: { readonly row: Row; readonly selected: string | null }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { id, title, registerNumber, imported } = row.case;
  return (
    <a {...linkTo(id, selected)} data-testid="case-row" title={isolateText(title, 300)}>
      <span className={classes.caseName}>
        <span className="osmotr-muted">
          {registerNumber ? isolateText(registerNumber, 40) : t('casebook.noNumber')}
          {imported && ` · ${t('intake.tag')}`}
        </span>
        <bdi className={classes.caseTitleText}>{isolateText(title, 120)}</bdi>
      </span>
      <span className={classes.count}>{number(row.captures)}</span>
    </a>
  );
}
