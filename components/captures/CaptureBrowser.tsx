import { Checkbox, UnstyledButton } from '@mantine/core';
import { type ReactNode, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import type { Case } from '@/utils/domain/case';
import type { ErrorRecord } from '@/utils/errors';
import type { BugEnvironment } from '../ui/bug-report';
import { ErrorNotice } from '../ui/ErrorNotice';
import { LiveMessage } from '../ui/LiveMessage';
import { useFormat } from '../ui/use-format';
import { CaptureFilterBar } from './CaptureFilterBar';
import { CaptureGrid, type CaptureLayout } from './CaptureGrid';
import {
  type CaptureFilter,
  type CaptureSort,
  capturesWithIndicator,
  filterCaptures,
  filterChoices,
  type IndicatorIndex,
  NO_FILTER,
  sortCaptures,
} from './capture-filter';
import classes from './captures.module.css';
import { type Pick, pickIds } from './grid-moves';
import { SelectionBar } from './SelectionBar';
import type { TagEditorProps } from './TagEditor';

/** How one looks at a case's captures; whoever keeps it finds the list again as it was left. */
export interface BrowserState {
  readonly layout: CaptureLayout;
  readonly filter: CaptureFilter;
  readonly sort: { readonly by: CaptureSort; readonly isDescending: boolean };
  readonly activeId: string | null;
  readonly chosen: ReadonlySet<string>;
}

export const FIRST_LOOK: BrowserState = {
  layout: 'gallery',
  filter: NO_FILTER,
  sort: { by: 'number', isDescending: true },
  activeId: null,
  chosen: new Set(),
};

type TagChange = Parameters<TagEditorProps['onChange']>[0];

interface Props {
  readonly caseId: string;
  readonly captures: readonly Capture[];
  readonly cases: readonly Case[];
  readonly state: BrowserState;
  /** Null until somebody asks for an indicator. */
  readonly indicators: IndicatorIndex | null;
  /** Ids of the captures in whose texts words stand; null for none, and until the texts are read. */
  readonly searchTexts: (typed: string) => ReadonlySet<string> | null;
  readonly environment: BugEnvironment;
  readonly error: ErrorRecord | null;
  readonly isBusy: boolean;
  /** Nothing can be changed in the case. */
  readonly isReadOnly: boolean;
  readonly renderThumbnail: (capture: Capture) => ReactNode;
  readonly renderPreview: (capture: Capture, tags: Omit<TagEditorProps, 'tags'> | null) => ReactNode;
  readonly onState: (state: BrowserState) => void;
  readonly onIndicatorFocus: () => void;
  readonly onOpen: (id: string) => void;
  readonly onMove: (ids: readonly string[], caseId: string) => void;
  readonly onTag: (ids: readonly string[], change: TagChange) => void;
  readonly onExport: ((ids: readonly string[]) => void) | null;
}

/** A case's captures: filter and order above, pictures or table, a preview beside, what is chosen below. */
export function CaptureBrowser(props: Props) {
  const { captures, state, onState, indicators, environment, error } = props;
  const { t } = useTranslation();
  const anchor = useRef<string | null>(null);
  const { sort, chosen } = state;
  const choices = useMemo(() => filterChoices(captures), [captures]);
  const shown = useShown(props);
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const active = shown.find(({ id }) => id === state.activeId) ?? shown[0] ?? null;
  // What the filter hides can't be seen to be chosen: nothing is done to it.
  const picked = shown.filter(({ id }) => chosen.has(id));
  const set = (change: Partial<BrowserState>) => onState({ ...state, ...change });
  // Another order is looked at from its beginning.
  const order = (next: BrowserState['sort']) => set({ sort: next, activeId: null });
  const tagging = { known: choices.tags.map(({ value }) => value), isBusy: props.isBusy };
  const pick = (id: string, how: Pick) => {
    const from = anchor.current ?? active?.id ?? null;
    if (how === 'toggle') anchor.current = id;
    set({ activeId: id, chosen: pickIds(chosen, ids, { id, from, pick: how }) });
  };
  return (
    <div className={classes.browser}>
      <CaptureFilterBar
        {...state}
        choices={choices}
        indicators={useOffered(indicators)}
        onFilter={(next) => set({ filter: next })}
        onLayout={(layout) => set({ layout })}
        onSort={(by, isDescending) => order({ by, isDescending })}
        onIndicatorFocus={props.onIndicatorFocus}
      />
      {error && <ErrorNotice error={error} environment={environment} />}
      <CountsBar
        shown={shown.length}
        picked={picked.length}
        total={captures.length}
        onPickAll={(isAll) => set({ chosen: new Set(isAll ? ids : []) })}
        onClear={() => set({ filter: NO_FILTER })}
      />
      {picked.length > 0 && (props.onExport || !props.isReadOnly) && (
        <SelectionBar
          {...tagging}
          count={picked.length}
          caseId={props.caseId}
          cases={props.cases}
          isReadOnly={props.isReadOnly}
          tags={commonTags(picked)}
          onChange={(change) =>
            props.onTag(
              picked.map(({ id }) => id),
              change,
            )
          }
          onMove={(to) =>
            props.onMove(
              picked.map(({ id }) => id),
              to,
            )
          }
          onExport={props.onExport && (() => props.onExport?.(picked.map(({ id }) => id)))}
          onClear={() => set({ chosen: new Set() })}
        />
      )}
      <div className={classes.panes}>
        {shown.length === 0 ? (
          <p className="osmotr-muted">{t('captures.nothing')}</p>
        ) : (
          <CaptureGrid
            captures={shown}
            layout={state.layout}
            sort={sort}
            activeId={active?.id ?? null}
            chosen={chosen}
            renderThumbnail={props.renderThumbnail}
            onSort={(by) => order({ by, isDescending: sort.by === by && !sort.isDescending })}
            onActivate={(id) => {
              anchor.current = id;
              set({ activeId: id });
            }}
            onPick={pick}
            onPickAll={() => set({ chosen: new Set(ids) })}
            onPickNone={() => set({ chosen: new Set() })}
            onOpen={props.onOpen}
          />
        )}
        <aside className={classes.side} aria-label={t('captures.preview')}>
          {active &&
            props.renderPreview(
              active,
              props.isReadOnly
                ? null
                : { ...tagging, onChange: (change) => props.onTag([active.id], change) },
            )}
        </aside>
      </div>
      <p className={classes.keys}>{t('captures.keys')}</p>
    </div>
  );
}

/** What passes the filter, in the order asked for. */
function useShown({ captures, state: { filter, sort }, indicators, searchTexts }: Props): Capture[] {
  return useMemo(() => {
    const held = {
      indicator: indicators && capturesWithIndicator(indicators, filter.indicator),
      text: searchTexts(filter.text),
    };
    return sortCaptures(filterCaptures(captures, filter, held), sort.by, sort.isDescending);
  }, [captures, filter, sort, indicators, searchTexts]);
}

interface CountsBarProps {
  readonly shown: number;
  readonly picked: number;
  readonly total: number;
  readonly onPickAll: (isAll: boolean) => void;
  readonly onClear: () => void;
}

function CountsBar({ shown, picked, total, onPickAll, onClear }: CountsBarProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const words = t('captures.shown', { shown: number(shown), total: number(total) });
  return (
    <div className={classes.counts}>
      <Checkbox
        size="xs"
        label={t('captures.selectAll')}
        checked={shown > 0 && picked === shown}
        indeterminate={picked > 0 && picked < shown}
        data-testid="pick-all"
        onChange={({ currentTarget }) => onPickAll(currentTarget.checked)}
      />
      <span className="osmotr-muted" data-testid="capture-count" data-shown={shown}>
        {words}
      </span>
      {shown < total && (
        <UnstyledButton className="osmotr-link-button" data-testid="captures-clear" onClick={onClear}>
          {t('captures.clear')}
        </UnstyledButton>
      )}
      <LiveMessage text={words} />
    </div>
  );
}

/** Values that are offered while one types: those that most captures share. */
const OFFERED = 300;

function useOffered(indicators: IndicatorIndex | null): string[] {
  return useMemo(
    () =>
      [...(indicators ?? [])]
        .toSorted(([, a], [, b]) => b.size - a.size)
        .slice(0, OFFERED)
        .map(([value]) => value),
    [indicators],
  );
}

function commonTags([first, ...others]: readonly Capture[]): string[] {
  return (first?.tags ?? []).filter((tag) => others.every(({ tags }) => tags.includes(tag)));
}
