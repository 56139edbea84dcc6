import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorRecord } from '@/utils/errors';
import type { BugEnvironment } from '../ui/bug-report';
import { ErrorNotice } from '../ui/ErrorNotice';
import { LiveMessage } from '../ui/LiveMessage';
import { SettingsSection } from './SettingsSection';
import classes from './trusted-time.module.css';

/** What came of saving the address. `refused`: the browser, or its user, gave no leave to reach it. */
export type AddressOutcome = 'saved' | 'removed' | 'refused';

interface Props {
  readonly url: string;
  readonly atExport: boolean;
  readonly outcome: AddressOutcome | null;
  readonly error: ErrorRecord | null;
  readonly environment: BugEnvironment;
  readonly isBusy: boolean;
  readonly onSave: (url: string) => void;
  readonly onAtExport: (atExport: boolean) => void;
}

/** Where timestamps are asked for, and when. */
export function TimestampSection({ url, atExport, outcome, error, environment, isBusy, ...on }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(url);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    on.onSave(text.trim());
  };
  return (
    <SettingsSection title={t('trustedTime.title')} note={t('trustedTime.note')}>
      <form className={classes.address} onSubmit={submit}>
        <TextInput
          type="url"
          inputMode="url"
          spellCheck={false}
          label={t('trustedTime.url')}
          description={t('trustedTime.urlHint')}
          placeholder="https://"
          maxLength={2_000}
          value={text}
          data-testid="timestamp-url"
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={isBusy} data-testid="timestamp-save">
          {t('trustedTime.save')}
        </Button>
      </form>
      <LiveMessage text={outcome ? t(`trustedTime.${outcome}`) : ''} />
      {outcome && (
        <p
          className={outcome === 'refused' ? classes.bad : 'osmotr-muted'}
          data-testid="timestamp-outcome"
          data-outcome={outcome}
        >
          {t(`trustedTime.${outcome}`)}
        </p>
      )}
      {error && <ErrorNotice error={error} environment={environment} />}
      <Checkbox
        label={t('trustedTime.atExport')}
        description={t('trustedTime.atExportNote')}
        checked={atExport}
        disabled={url === ''}
        data-testid="timestamp-at-export"
        onChange={({ currentTarget }) => on.onAtExport(currentTarget.checked)}
      />
    </SettingsSection>
  );
}
