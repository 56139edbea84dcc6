import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import { INBOX_CASE_ID } from '@/utils/domain/case';
import { routeHref } from '../casebook/route';
import { HostileText } from '../ui/HostileText';
import { LiveMessage } from '../ui/LiveMessage';
import { useFormat } from '../ui/use-format';
import { useGrowingList } from '../ui/use-growing-list';
import classes from './search.module.css';

/** `typed` is shorter than anything that is looked for; the words are still being read; or the captures found. */
export type SearchState = 'short' | 'loading' | readonly Capture[];

interface Props {
  readonly typed: string;
  readonly state: SearchState;
  /** What is shown belongs to fewer letters than were typed. */
  readonly isBusy: boolean;
  /** Titles of cases by id; the inbox is not among them. */
  readonly titles: ReadonlyMap<string, string>;
  readonly onType: (typed: string) => void;
  readonly renderResult: (capture: Capture) => ReactNode;
}

/** One box for all cases, and what was found, by case. */
export function SearchView({ typed, state, isBusy, titles, onType, renderResult }: Props) {
  const { t } = useTranslation();
  const found = typeof state === 'string' ? null : state;
  const status = found
    ? found.length === 0
      ? t('search.none')
      : t('search.found', { count: found.length })
    : typed === ''
      ? ''
      : t(`search.${state as 'short' | 'loading'}`);
  return (
    <div
      className={classes.search}
      data-testid="search-results"
      data-found={found?.length ?? ''}
      aria-busy={isBusy}
    >
      <h1>{t('search.label')}</h1>
      <TextInput
        type="search"
        size="md"
        autoFocus
        maxLength={500}
        aria-label={t('search.label')}
        description={t('search.hint')}
        leftSection={<IconSearch size={18} aria-hidden />}
        data-testid="search-box"
        value={typed}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
      />
      <LiveMessage text={status} />
      {status !== '' && (
        <p className={found?.length ? classes.count : 'osmotr-muted'} aria-hidden>
          {status}
        </p>
      )}
      {found && <Groups typed={typed} found={found} titles={titles} renderResult={renderResult} />}
    </div>
  );
}

function Groups({
  typed,
  found,
  titles,
  renderResult,
}: Pick<Props, 'typed' | 'titles' | 'renderResult'> & { readonly found: readonly Capture[] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  // While one types, what is out of sight would only make the next letter wait.
  const { shown, end } = useGrowingList(found.length, { step: 8, ahead: 100, of: typed });
  const groups = [...Map.groupBy(found.slice(0, shown), ({ caseId }) => caseId)];
  const totals = Map.groupBy(found, ({ caseId }) => caseId);
  return (
    <>
      <ul className={classes.groups} aria-label={t('search.results')}>
        {groups.map(([caseId, captures]) => (
          <li key={caseId}>
            <h2 className={classes.caseTitle}>
              <a href={routeHref({ view: 'case', id: caseId })}>
                {caseId === INBOX_CASE_ID ? (
                  t('common.inbox')
                ) : (
                  <HostileText text={titles.get(caseId) ?? ''} limit={120} brief />
                )}
              </a>
              <span className="osmotr-muted">{number(totals.get(caseId)?.length ?? 0)}</span>
            </h2>
            <ul className={classes.results}>
              {captures.map((capture) => (
                <li key={capture.id}>{renderResult(capture)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <div ref={end} />
    </>
  );
}
