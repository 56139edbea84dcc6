import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Case, INBOX_CASE_ID } from '@/utils/domain/case';
import { caseLabel } from './case-label';

interface Props {
  readonly cases: readonly Case[];
  readonly value: string;
  readonly onChange: (caseId: string) => void;
  /** Id of the element that names it. */
  readonly labelledBy: string;
}

/** The current case: a native select, the inbox first. */
export function CaseSelect({ cases, value, onChange, labelledBy }: Props) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      size="xs"
      data-testid="case-select"
      aria-labelledby={labelledBy}
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
