import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Case, INBOX_CASE_ID } from '@/utils/domain/case';
import { caseLabel } from './case-label';

interface Props {
  readonly cases: readonly Case[];
  /** Offer the inbox too. */
  readonly withInbox?: boolean;
  readonly onMove: (caseId: string) => void;
}

/** Chooses the case that a capture is moved to. */
export function MoveSelect({ cases, withInbox = false, onMove }: Props) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      size="xs"
      data-testid="move-capture"
      aria-label={t('capture.move')}
      value=""
      onChange={({ currentTarget }) => onMove(currentTarget.value)}
    >
      <option value="" disabled>
        {t('capture.moveTo')}
      </option>
      {withInbox && <option value={INBOX_CASE_ID}>{t('common.inbox')}</option>}
      {cases.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {caseLabel(choice)}
        </option>
      ))}
    </NativeSelect>
  );
}
