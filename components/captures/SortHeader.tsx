import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconCircleCheck, IconFingerprint } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureSort } from './capture-filter';
import classes from './captures.module.css';

interface Props {
  readonly by: CaptureSort;
  readonly isDescending: boolean;
  /** In CSS pixels. */
  readonly height: number;
  readonly onSort: (by: CaptureSort) => void;
}

const ROW = { role: 'row', 'aria-rowindex': 1 };

/** Over the columns of the table: what they hold, and by which of them it is in order. */
export function SortHeader({ by, isDescending, height, onSort }: Props) {
  const { t } = useTranslation();
  const direction = isDescending ? ('descending' as const) : ('ascending' as const);
  const head = (...names: readonly CaptureSort[]) => ({
    role: 'columnheader',
    'aria-sort': names.includes(by) ? direction : undefined,
  });
  const button = (name: CaptureSort, label: ReactNode) => (
    <UnstyledButton
      className={classes.sortButton}
      data-testid={`sort-${name}`}
      data-sorted={name === by}
      aria-label={`${t('captures.sort')}: ${t(`captures.by.${name}`)}`}
      title={t(`captures.by.${name}`)}
      onClick={() => onSort(name)}
    >
      {label}
      {name === by && (isDescending ? <IconChevronDown size={12} /> : <IconChevronUp size={12} />)}
    </UnstyledButton>
  );
  const column = (name: CaptureSort, label: ReactNode, className?: string) => (
    <span {...head(name)} className={className}>
      {button(name, label)}
    </span>
  );
  return (
    <div {...ROW} className={classes.header} style={{ height }}>
      {[t('captures.choice'), t('view.picture')].map((name) => (
        <span key={name} {...head()}>
          <span className="osmotr-live">{name}</span>
        </span>
      ))}
      {column('number', t('common.numberSign'), classes.number)}
      <span {...head('host', 'title')} className={classes.headerNames}>
        {button('host', t('captures.by.host'))}
        {button('title', t('captures.by.title'))}
      </span>
      {column('time', t('captures.by.time'))}
      {column('indicators', <IconFingerprint size={15} aria-hidden />, classes.amount)}
      {column('size', t('captures.by.size'), classes.size)}
      {column('state', <IconCircleCheck size={15} aria-hidden />, classes.state)}
    </div>
  );
}
