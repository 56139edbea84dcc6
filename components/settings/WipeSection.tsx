import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorRecord } from '@/utils/errors';
import type { BugEnvironment } from '../ui/bug-report';
import { ErrorNotice } from '../ui/ErrorNotice';
import { SettingsSection } from './SettingsSection';
import classes from './settings.module.css';

interface Props {
  readonly environment: BugEnvironment;
  readonly error: ErrorRecord | null;
  readonly isBusy: boolean;
  /** Everything is gone. */
  readonly isDone: boolean;
  readonly onWipe: () => void;
}

/** Removes everything; not without a word typed by hand. */
export function WipeSection({ environment, error, isBusy, isDone, onWipe }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const status = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (isDone) status.current?.scrollIntoView({ block: 'center' });
  }, [isDone]);
  const word = t('wipe.word');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onWipe();
    setTyped('');
  };
  return (
    <SettingsSection title={t('wipe.title')} note={t('wipe.note')}>
      {error && <ErrorNotice error={error} environment={environment} />}
      <form onSubmit={submit} className={classes.line}>
        <TextInput
          size="xs"
          autoComplete="off"
          label={t('wipe.label', { word })}
          data-testid="wipe-word"
          data-word={word}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button
          type="submit"
          size="xs"
          color="red"
          data-testid="wipe"
          disabled={isBusy || !isSame(typed, word)}
        >
          {t('wipe.button')}
        </Button>
        <span ref={status} role="status" data-testid="wipe-status" data-done={isDone}>
          {isDone && t('wipe.done')}
        </span>
      </form>
    </SettingsSection>
  );
}

/** Apostrophes of every keyboard are the same. */
function isSame(typed: string, word: string): boolean {
  const plain = (text: string) =>
    text
      .trim()
      .toLocaleUpperCase()
      .replace(/['`ʻʼ‘’]/g, "'");
  return plain(typed) === plain(word);
}
