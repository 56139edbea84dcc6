import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconCircleCheck, IconFingerprint } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureSort } from './capture-filter';
import classes from './captures.module.css';

interface Props {
  readonly by: CaptureSort;
  readonly isDescending: boolean;
  readonly onSort: (by: CaptureSort) => void;
}

/** Over the columns of the table: what they hold, and by which of them it is in order. */
export function SortHeader({ by, isDescending, onSort }: Props) {
  const { t } = useTranslation();
  const column = (name: CaptureSort, label: ReactNode, className = '') => (
    <UnstyledButton
      className={`${classes.sortButton} ${className}`}
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
  return (
    <div className={classes.header}>
      <span />
      <span />
      {column('number', t('common.numberSign'), classes.number)}
      <span className={classes.headerNames}>
        {column('host', t('captures.by.host'))}
        {column('title', t('captures.by.title'))}
      </span>
      {column('time', t('captures.by.time'))}
      {column('indicators', <IconFingerprint size={15} aria-hidden />, classes.amount)}
      {column('size', t('captures.by.size'), classes.size)}
      {column('state', <IconCircleCheck size={15} aria-hidden />, classes.state)}
    </div>
  );
}
