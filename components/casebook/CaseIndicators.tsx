import { Button, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react';
import { Fragment, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import type { Indicator } from '@/utils/domain/indicator';
import { indicatorKey } from '@/utils/domain/indicator-summary';
import type { ErrorRecord } from '@/utils/errors';
import { groundWords } from '../capture/ground-words';
import { BlankRows } from '../ui/BlankRows';
import type { BugEnvironment } from '../ui/bug-report';
import { ErrorNotice } from '../ui/ErrorNotice';
import { isolateText } from '../ui/hostile-text';
import { LiveMessage } from '../ui/LiveMessage';
import { useFormat } from '../ui/use-format';
import { useNames } from '../ui/use-names';
import { useWindowRows } from '../ui/use-window-rows';
import { CaseIndicatorRow } from './CaseIndicatorRow';
import casebook from './casebook.module.css';
import { IndicatorFilters } from './IndicatorFilters';
import { IndicatorForm, type NewIndicator } from './IndicatorForm';
import {
  filterRows,
  INDICATOR_COLUMNS,
  type IndicatorColumn,
  type IndicatorFilter,
  type IndicatorOrder,
  type IndicatorRow,
  NO_FILTER,
  sortRows,
} from './indicator-rows';
import classes from './indicators.module.css';

/** An indicator as one capture has it. */
export type CaptureIndicator = Indicator & { readonly captureId: string };

interface Props {
  readonly rows: readonly IndicatorRow[];
  /** Newest first. */
  readonly captures: readonly Capture[];
  /** What the captures have of a row, oldest capture first. */
  readonly sightingsOf: (row: IndicatorRow) => readonly CaptureIndicator[];
  readonly environment: BugEnvironment;
  readonly error: ErrorRecord | null;
  readonly isBusy: boolean;
  /** Titles by id if the table is over all cases: then a row names every case that has it. */
  readonly caseTitles?: ReadonlyMap<string, string>;
  /** Null where nothing can be added or marked: the case came out of a bundle, or these are all cases. */
  readonly edit: {
    /** An empty reason takes the mark off. Resolves to whether it was done. */
    readonly onMark: (row: IndicatorRow, reason: string) => Promise<boolean>;
    readonly onAdd: (indicator: NewIndicator) => Promise<boolean>;
  } | null;
}

/** All indicators of a case over its captures: to filter, sort, unfold, mark and add to. */
export function CaseIndicators(props: Props) {
  const { rows, captures, environment, error, isBusy, edit } = props;
  const { t } = useTranslation();
  const { number } = useFormat();
  const names = useNames();
  const [filter, setFilter] = useState<IndicatorFilter>(NO_FILTER);
  const [order, setOrder] = useState<IndicatorOrder>({ column: 'type', descending: false });
  const [isAdding, setIsAdding] = useState(false);
  const [added, setAdded] = useState(false);
  // A letter that is typed shows at once; the rows follow.
  const wanted = useDeferredValue(filter);
  const said = useMemo(
    () => ({ type: names.indicatorType, ground: (reason: string) => groundWords(reason, t) ?? reason }),
    [names, t],
  );
  const shown = useMemo(() => sortRows(filterRows(rows, wanted, said), order), [rows, wanted, order, said]);
  const add = async (indicator: NewIndicator) => {
    const isDone = (await edit?.onAdd(indicator)) ?? false;
    setAdded(isDone);
    if (isDone) setIsAdding(false);
    return isDone;
  };
  const count = t('table.shown', { shown: number(shown.length), total: number(rows.length) });
  return (
    <>
      <div className={classes.toolbar}>
        <IndicatorFilters filter={filter} rows={rows} withNew={!props.caseTitles} onChange={setFilter} />
        {edit && (
          <Button
            size="xs"
            variant="default"
            data-testid="add-indicator"
            aria-expanded={isAdding}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setIsAdding(!isAdding)}
          >
            {t('table.add')}
          </Button>
        )}
      </div>
      {isAdding && (
        <IndicatorForm captures={captures} isBusy={isBusy} onSave={add} onCancel={() => setIsAdding(false)} />
      )}
      {error && <ErrorNotice error={error} environment={environment} />}
      <LiveMessage text={added ? `${t('table.added')}. ${count}` : count} />
      <p
        className={classes.count}
        data-testid="indicator-count"
        data-shown={shown.length}
        aria-busy={wanted !== filter}
      >
        {count}
      </p>
      {rows.length === 0 && <p className="osmotr-muted">{t('table.empty')}</p>}
      {rows.length > 0 && shown.length === 0 && <NothingLeft onClear={() => setFilter(NO_FILTER)} />}
      {shown.length > 0 && <Rows {...props} rows={shown} order={order} onOrder={setOrder} />}
    </>
  );
}

function NothingLeft({ onClear }: { readonly onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <p className="osmotr-muted">
      {t('table.nothing')}{' '}
      <UnstyledButton className="osmotr-link-button" onClick={onClear}>
        {t('table.clear')}
      </UnstyledButton>
    </p>
  );
}

interface RowsProps extends Props {
  readonly order: IndicatorOrder;
  readonly onOrder: (order: IndicatorOrder) => void;
}

const ROW_HEIGHT = 64;

function indicatorKeyAt(rows: readonly IndicatorRow[], index: number): string {
  const row = rows[index];
  return row ? indicatorKey(row) : '';
}

function Rows({ rows, captures, caseTitles, sightingsOf, isBusy, edit, order, onOrder }: RowsProps) {
  const table = useRef<HTMLTableElement>(null);
  const [held, setHeld] = useState<ReadonlySet<string>>(new Set());
  // What is unfolded or being written stays, however far one scrolls.
  const onHold = useCallback((key: string, isHeld: boolean) => {
    setHeld((before) => {
      if (before.has(key) === isHeld) return before;
      return new Set(isHeld ? [...before, key] : [...before].filter((it) => it !== key));
    });
  }, []);
  const heldRows = useMemo(
    () => rows.flatMap((row, index) => (held.has(indicatorKey(row)) ? [index] : [])),
    [rows, held],
  );
  const { drawn, rest, measure } = useWindowRows(table, {
    count: rows.length,
    keyOf: useCallback((index: number) => indicatorKeyAt(rows, index), [rows]),
    estimate: ROW_HEIGHT,
    held: heldRows,
  });
  const names = useCaptureNames(captures, caseTitles);
  return (
    <Table
      ref={table}
      className={`${casebook.table} ${classes.table}`}
      layout="fixed"
      aria-rowcount={rows.length + 1}
    >
      <Table.Thead>
        <Table.Tr aria-rowindex={1}>
          {INDICATOR_COLUMNS.map((column) => (
            <ColumnHead
              key={column}
              column={column}
              isOverCases={caseTitles !== undefined}
              order={order}
              onOrder={onOrder}
            />
          ))}
        </Table.Tr>
      </Table.Thead>
      {drawn.map(({ index, gap }) => {
        const row = rows[index];
        return (
          row && (
            <Fragment key={indicatorKey(row)}>
              <BlankRows height={gap} columns={INDICATOR_COLUMNS.length} />
              <Table.Tbody ref={measure} data-index={index}>
                <CaseIndicatorRow
                  row={row}
                  index={index}
                  captureNames={names}
                  isOverCases={caseTitles !== undefined}
                  sightingsOf={sightingsOf}
                  isBusy={isBusy}
                  onMark={edit?.onMark ?? null}
                  onHold={onHold}
                />
              </Table.Tbody>
            </Fragment>
          )
        );
      })}
      <BlankRows height={rest} columns={INDICATOR_COLUMNS.length} />
    </Table>
  );
}

/** What a capture is called: by its number, over all cases with its case's title. */
function useCaptureNames(
  captures: Props['captures'],
  titles: Props['caseTitles'],
): ReadonlyMap<string, string> {
  const { t } = useTranslation();
  const { number: format } = useFormat();
  return useMemo(() => {
    const nameOf = ({ caseId, number }: Capture) => {
      const name = t('capture.number', { number: format(number) });
      return titles ? `${isolateText(titles.get(caseId) ?? '')} · ${name}` : name;
    };
    return new Map(captures.map((capture) => [capture.id, nameOf(capture)]));
  }, [captures, titles, t, format]);
}

const WIDTHS: Readonly<Record<IndicatorColumn, string | undefined>> = {
  type: '12%',
  value: undefined,
  firstSeen: '11.5%',
  lastSeen: '11.5%',
  captures: '10.5%',
  confidence: '15%',
  otherCases: '17.5%',
};

interface HeadProps extends Pick<RowsProps, 'order' | 'onOrder'> {
  readonly column: IndicatorColumn;
  readonly isOverCases: boolean;
}

function ColumnHead({ column, isOverCases, order, onOrder }: HeadProps) {
  const { t } = useTranslation();
  const labels: Readonly<Record<IndicatorColumn, string>> = {
    type: t('view.type'),
    value: t('view.value'),
    firstSeen: t('table.firstSeen'),
    lastSeen: t('table.lastSeen'),
    captures: t('table.captures'),
    confidence: t('table.confidence'),
    otherCases: isOverCases ? t('allIndicators.cases') : t('table.otherCases'),
  };
  const isCurrent = order.column === column;
  const Arrow = order.descending ? IconArrowDown : IconArrowUp;
  const direction = order.descending ? 'descending' : 'ascending';
  return (
    <Table.Th w={WIDTHS[column]} aria-sort={isCurrent ? direction : undefined}>
      <UnstyledButton
        className={classes.sort}
        data-testid={`sort-${column}`}
        onClick={() => onOrder({ column, descending: isCurrent && !order.descending })}
      >
        {labels[column]}
        {isCurrent && <Arrow size={13} aria-hidden />}
      </UnstyledButton>
    </Table.Th>
  );
}
