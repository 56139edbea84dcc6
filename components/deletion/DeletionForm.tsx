import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './deletion.module.css';

/** Longest reason and name that are stored. */
const LIMIT = 2_000;

interface Props {
  /** Who works here, as the settings have it. */
  readonly by: string;
  readonly isBusy: boolean;
  readonly onDelete: (reason: string, by: string) => void;
  readonly onCancel: () => void;
}

/** Asks why a capture is deleted and by whom: not without both. */
export function DeletionForm({ by: initial, isBusy, onDelete, onCancel }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(initial);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDelete(reason, by);
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label={t('deletion.title')}>
      <p>
        <strong>{t('deletion.title')}.</strong> {t('deletion.note')}
      </p>
      <TextInput
        size="xs"
        required
        autoFocus
        maxLength={LIMIT}
        label={t('deletion.reason')}
        data-testid="delete-reason"
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <TextInput
        size="xs"
        required
        maxLength={LIMIT}
        label={t('deletion.by')}
        data-testid="delete-by"
        value={by}
        onChange={({ currentTarget }) => setBy(currentTarget.value)}
      />
      <Button size="xs" variant="default" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
      <Button
        size="xs"
        type="submit"
        color="red"
        data-testid="delete-confirm"
        disabled={isBusy || reason.trim() === '' || by.trim() === ''}
      >
        {t('deletion.confirm')}
      </Button>
    </form>
  );
}
