import { IconInbox } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Case, INBOX_CASE_ID } from '@/utils/domain/case';
import { isolateText } from '../ui/hostile-text';
import { useFormat } from '../ui/use-format';
import classes from './casebook.module.css';
import { routeHref } from './route';

export interface CaseNavProps {
  readonly cases: readonly { readonly case: Case; readonly captures: number }[];
  readonly inboxCaptures: number;
  readonly selected: string | null;
}

/** The inbox and the cases, most recently used first, each with its number of captures; archived ones folded away. */
export function CaseNav({ cases, inboxCaptures, selected }: CaseNavProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const link = (id: string) => ({
    href: routeHref({ view: 'case', id }),
    className: classes.caseLink,
    'aria-current': id === selected ? ('page' as const) : undefined,
    'data-case': id,
  });
  const row = ({
    case: { id, title, registerNumber, imported },
    captures,
  }: CaseNavProps['cases'][number]) => (
    <li key={id}>
      <a {...link(id)} data-testid="case-row" title={isolateText(title, 300)}>
        <span className={classes.caseName}>
          <span className="osmotr-muted">
            {registerNumber ? isolateText(registerNumber, 40) : t('casebook.noNumber')}
            {imported && ` · ${t('intake.tag')}`}
          </span>
          <bdi className={classes.caseTitleText}>{isolateText(title, 120)}</bdi>
        </span>
        <span className={classes.count}>{number(captures)}</span>
      </a>
    </li>
  );
  const open = cases.filter(({ case: { archivedAt } }) => archivedAt === undefined);
  const archived = cases.filter(({ case: { archivedAt } }) => archivedAt !== undefined);
  return (
    <ul className={classes.caseList}>
      <li>
        <a {...link(INBOX_CASE_ID)} data-testid="inbox-row">
          <span className={classes.caseTitle}>
            <IconInbox size={16} aria-hidden /> {t('common.inbox')}
          </span>
          <span className={classes.count}>{number(inboxCaptures)}</span>
        </a>
      </li>
      {open.map(row)}
      {archived.length > 0 && (
        <li>
          <details className={classes.archive} open={archived.some(({ case: { id } }) => id === selected)}>
            <summary data-testid="archive">
              {t('archive.title')} {number(archived.length)}
            </summary>
            <ul className={classes.caseList}>{archived.map(row)}</ul>
          </details>
        </li>
      )}
    </ul>
  );
}
