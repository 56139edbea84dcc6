import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Case, INBOX_CASE_ID } from '@/utils/domain/case';
import { caseLabel } from './case-label';

interface Props {
  readonly cases: readonly Case[];
  readonly value: string;
  readonly onChange: (caseId: string) => void;
  readonly label: ReactNode;
}

/** The current case: a native select, the inbox first. */
export function CaseSelect({ cases, value, onChange, label }: Props) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      size="xs"
      data-testid="case-select"
      label={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      <option value={INBOX_CASE_ID}>{t('common.inbox')}</option>
      {cases.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {caseLabel(choice)}
        </option>
      ))}
    </NativeSelect>
  );
}
