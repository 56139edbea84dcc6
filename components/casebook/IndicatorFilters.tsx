import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FAMILY_NAMES, typeOrder } from '../capture/indicator-families';
import type { IndicatorFilter, IndicatorRow } from './indicator-rows';
import classes from './indicators.module.css';
import { TypeOptions } from './TypeOptions';

const CONFIDENCES = ['certain', 'likely', 'weak', 'suspect'] as const;

interface Props {
  readonly filter: IndicatorFilter;
  /** All rows: only types that occur are offered. */
  readonly rows: readonly IndicatorRow[];
  /** Offer only what the latest capture brought. */
  readonly withNew: boolean;
  readonly onChange: (filter: IndicatorFilter) => void;
}

/** What of a case's indicators is to be seen. */
export function IndicatorFilters({ filter, rows, withNew, onChange }: Props) {
  const { t } = useTranslation();
  const types = useMemo(
    () => [...new Set(rows.map(({ type }) => type))].sort((a, b) => typeOrder(a) - typeOrder(b)),
    [rows],
  );
  const change = (part: Partial<IndicatorFilter>) => onChange({ ...filter, ...part });
  return (
    <search className={classes.filters}>
      <TextInput
        size="xs"
        type="search"
        className={classes.search}
        aria-label={t('table.search')}
        placeholder={t('table.search')}
        data-testid="indicator-search"
        value={filter.search}
        onChange={({ currentTarget }) => change({ search: currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        aria-label={t('table.type')}
        data-testid="filter-type"
        value={filter.family ? `family:${filter.family}` : (filter.type ?? '')}
        onChange={({ currentTarget }) => change(chosenType(currentTarget.value))}
      >
        <option value="">{t('table.allTypes')}</option>
        <TypeOptions types={types} withFamilies />
      </NativeSelect>
      <NativeSelect
        size="xs"
        aria-label={t('table.confidence')}
        data-testid="filter-confidence"
        value={filter.confidence ?? ''}
        onChange={({ currentTarget: { value } }) =>
          change({ confidence: CONFIDENCES.find((name) => name === value) ?? null })
        }
      >
        <option value="">{t('table.anyConfidence')}</option>
        {CONFIDENCES.map((name) => (
          <option key={name} value={name}>
            {name === 'suspect' ? t('table.suspects') : t(`confidence.${name}`)}
          </option>
        ))}
      </NativeSelect>
      {withNew && (
        <Checkbox
          size="xs"
          label={t('table.onlyNew')}
          data-testid="filter-new"
          checked={filter.onlyNew}
          onChange={({ currentTarget }) => change({ onlyNew: currentTarget.checked })}
        />
      )}
      <Checkbox
        size="xs"
        label={t('table.withIrrelevant')}
        data-testid="filter-irrelevant"
        checked={filter.withIrrelevant}
        onChange={({ currentTarget }) => change({ withIrrelevant: currentTarget.checked })}
      />
    </search>
  );
}

function chosenType(value: string): Pick<IndicatorFilter, 'family' | 'type'> {
  const family = FAMILY_NAMES.find((name) => value === `family:${name}`) ?? null;
  return { family, type: family || value === '' ? null : value };
}
