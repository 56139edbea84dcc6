import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import { INBOX_CASE_ID } from '@/utils/domain/case';
import { routeHref } from '../casebook/route';
import { HostileText } from '../ui/HostileText';
import { LiveMessage } from '../ui/LiveMessage';
import { LongList } from '../ui/LongList';
import { useFormat } from '../ui/use-format';
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
      {found && <Results found={found} titles={titles} renderResult={renderResult} />}
    </div>
  );
}

type ResultsProps = Pick<Props, 'titles' | 'renderResult'> & { readonly found: readonly Capture[] };

const idOf = ({ id }: Capture) => id;

/** While one types, each row that is drawn makes the next letter wait. */
const BEYOND = 3;
const RESULT_HEIGHT = 120;

function Results({ found, titles, renderResult }: ResultsProps) {
  const { t } = useTranslation();
  const counts = useMemo(() => Map.groupBy(found, ({ caseId }) => caseId), [found]);
  return (
    <LongList
      items={found}
      keyOf={idOf}
      estimate={RESULT_HEIGHT}
      beyond={BEYOND}
      className={classes.results}
      label={t('search.results')}
    >
      {(capture, index) => (
        <>
          {found[index - 1]?.caseId !== capture.caseId && (
            <CaseHead
              caseId={capture.caseId}
              title={titles.get(capture.caseId) ?? ''}
              count={counts.get(capture.caseId)?.length ?? 0}
            />
          )}
          {renderResult(capture)}
        </>
      )}
    </LongList>
  );
}

interface CaseHeadProps {
  readonly caseId: string;
  readonly title: string;
  readonly count: number;
}

function CaseHead({ caseId, title, count }: CaseHeadProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <h2 className={classes.caseTitle}>
      <a href={routeHref({ view: 'case', id: caseId })}>
        {caseId === INBOX_CASE_ID ? t('common.inbox') : <HostileText text={title} limit={120} brief />}
      </a>
      <span className="osmotr-muted">{number(count)}</span>
    </h2>
  );
}
