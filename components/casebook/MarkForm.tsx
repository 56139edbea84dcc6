import { Button, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './indicators.module.css';

/** Longest reason that is stored. */
const LIMIT = 2_000;

interface Props {
  readonly isBusy: boolean;
  readonly onSave: (reason: string) => void;
}

/** Marks an indicator as irrelevant: not without a reason. */
export function MarkForm({ isBusy, onSave }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [reason, setReason] = useState('');
  return (
    <form
      className={classes.markForm}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(reason);
      }}
    >
      <TextInput
        id={id}
        size="xs"
        required
        maxLength={LIMIT}
        label={t('table.markTitle')}
        description={t('table.markNote')}
        data-testid="mark-reason"
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Button
        type="submit"
        size="xs"
        variant="default"
        data-testid="mark-save"
        disabled={isBusy || reason.trim() === ''}
      >
        {t('table.markSave')}
      </Button>
    </form>
  );
}
