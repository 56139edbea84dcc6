import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconLayoutGrid, IconListDetails, IconSearch } from '@tabler/icons-react';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isolateText, offersOf } from '../ui/hostile-text';
import { useFormat } from '../ui/use-format';
import type { CaptureLayout } from './CaptureGrid';
import { type CaptureFilter, type CaptureSort, SORTS } from './capture-filter';
import classes from './captures.module.css';

interface Choice {
  readonly value: string;
  readonly count: number;
}

export interface CaptureFilterBarProps {
  readonly filter: CaptureFilter;
  readonly choices: {
    readonly hosts: readonly Choice[];
    readonly days: readonly Choice[];
    readonly tags: readonly Choice[];
  };
  /** Values to offer while one types an indicator. */
  readonly indicators: readonly string[];
  readonly layout: CaptureLayout;
  readonly sort: { readonly by: CaptureSort; readonly isDescending: boolean };
  readonly onFilter: (filter: CaptureFilter) => void;
  readonly onLayout: (layout: CaptureLayout) => void;
  readonly onSort: (by: CaptureSort, isDescending: boolean) => void;
  /** Somebody is about to ask for an indicator. */
  readonly onIndicatorFocus: () => void;
}

/** What is wanted of a case's captures, in what order, and as what. */
export function CaptureFilterBar(props: CaptureFilterBarProps) {
  const { filter, choices, onFilter } = props;
  const { t } = useTranslation();
  const { recordedDate } = useFormat();
  const listId = useId();
  const offers = useMemo(() => offersOf(props.indicators), [props.indicators]);
  const set = (change: Partial<CaptureFilter>) => onFilter({ ...filter, ...change });
  return (
    <search className={classes.filters}>
      <TextInput
        size="xs"
        className={classes.searchField}
        leftSection={<IconSearch size={14} aria-hidden />}
        placeholder={t('captures.search')}
        aria-label={t('captures.search')}
        value={filter.text}
        data-testid="captures-search"
        onChange={({ currentTarget }) => set({ text: currentTarget.value })}
      />
      <TextInput
        size="xs"
        className={classes.indicatorField}
        list={listId}
        placeholder={t('captures.indicatorPlaceholder')}
        aria-label={t('captures.indicator')}
        value={filter.indicator}
        data-testid="captures-indicator"
        onFocus={props.onIndicatorFocus}
        onChange={({ currentTarget }) => set({ indicator: offers.meant(currentTarget.value) })}
      />
      <datalist id={listId}>
        {offers.shown.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
      <ChoiceSelect
        name="host"
        any={t('captures.anyHost')}
        value={filter.host}
        choices={choices.hosts}
        onChange={(host) => set({ host })}
      />
      <ChoiceSelect
        name="day"
        any={t('captures.anyDay')}
        value={filter.day}
        choices={choices.days}
        labelOf={recordedDate}
        onChange={(day) => set({ day })}
      />
      {choices.tags.length > 0 && (
        <ChoiceSelect
          name="tag"
          any={t('captures.anyTag')}
          value={filter.tag}
          choices={choices.tags}
          onChange={(tag) => set({ tag })}
        />
      )}
      <SortSelect {...props} />
      <LayoutControl {...props} />
    </search>
  );
}

interface ChoiceSelectProps {
  readonly name: 'host' | 'day' | 'tag';
  readonly any: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly labelOf?: (value: string) => string;
  readonly onChange: (value: string) => void;
}

/** A name that was captured may be as long as it likes; an option can't be unfolded, so it is cut. */
const OPTION_LENGTH = 48;

function ChoiceSelect({ name, any, value, choices, labelOf = cutLabel, onChange }: ChoiceSelectProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <NativeSelect
      size="xs"
      className={classes.choice}
      aria-label={t(`captures.${name}`)}
      value={value}
      data-testid={`captures-${name}`}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      <option value="">{any}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {`${labelOf(choice.value)} (${number(choice.count)})`}
        </option>
      ))}
    </NativeSelect>
  );
}

function cutLabel(text: string): string {
  return isolateText(text, OPTION_LENGTH);
}

function SortSelect({ sort, onSort }: CaptureFilterBarProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      size="xs"
      className={classes.choice}
      aria-label={t('captures.sort')}
      value={`${sort.by} ${sort.isDescending}`}
      data-testid="captures-sort"
      onChange={({ currentTarget }) => {
        const by = SORTS.find((name) => currentTarget.value.startsWith(`${name} `));
        if (by) onSort(by, currentTarget.value.endsWith('true'));
      }}
    >
      {SORTS.flatMap((by) =>
        [true, false].map((isDescending) => (
          <option key={`${by} ${isDescending}`} value={`${by} ${isDescending}`}>
            {`${t(`captures.by.${by}`)} ${isDescending ? '↓' : '↑'}`}
          </option>
        )),
      )}
    </NativeSelect>
  );
}

function LayoutControl({ layout, onLayout }: CaptureFilterBarProps) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('captures.layout')}
      value={layout}
      onChange={(value) => onLayout(value === 'table' ? 'table' : 'gallery')}
      data={[
        { value: 'gallery', label: <LayoutSign Sign={IconLayoutGrid} name={t('captures.gallery')} /> },
        { value: 'table', label: <LayoutSign Sign={IconListDetails} name={t('captures.table')} /> },
      ]}
    />
  );
}

function LayoutSign({ Sign, name }: { readonly Sign: typeof IconSearch; readonly name: string }) {
  return (
    <span className={classes.layoutSign} title={name}>
      <Sign size={15} aria-hidden />
      <span className="osmotr-live">{name}</span>
    </span>
  );
}
