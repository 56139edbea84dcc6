import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconDice5, IconLock } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PassphraseLevel } from '@/utils/domain/passphrase';
import { CopyButton } from '../ui/CopyButton';
import { LiveMessage } from '../ui/LiveMessage';
import { useFormat } from '../ui/use-format';
import classes from './encrypt.module.css';

export interface EncryptFormProps {
  /** Captures that would go into the bundle, of how many. */
  readonly captures: number;
  readonly of: number;
  /** Null while the passphrase is judged. */
  readonly judge: (passphrase: string) => PassphraseLevel | null;
  readonly makePassphrase: () => string;
  readonly onStart: (passphrase: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the passphrase of an encrypted export; it lives here and in the message alone. */
export function EncryptForm({ captures, of, judge, makePassphrase, onStart, onCancel }: EncryptFormProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [passphrase, setPassphrase] = useState('');
  const [isAccepted, setIsAccepted] = useState(false);
  const id = useId();
  const level = passphrase === '' ? null : judge(passphrase);
  const isReady = level === 'good' || level === 'strong' || (level === 'weak' && isAccepted);
  const change = (next: string) => {
    setPassphrase(next);
    setIsAccepted(false);
  };
  return (
    <form
      className={classes.form}
      data-testid="encrypt-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onStart(passphrase);
      }}
    >
      <h2>{t('encrypt.title')}</h2>
      <p>
        {captures === of
          ? t('encrypt.whole', { number: number(of) })
          : t('encrypt.part', { number: number(captures), of: number(of) })}
      </p>
      <p className="osmotr-muted">{t('encrypt.intro')}</p>
      <div className={classes.field}>
        <TextInput
          id={id}
          size="sm"
          label={t('encrypt.passphrase')}
          description={t('encrypt.hint')}
          classNames={{ input: classes.passphrase }}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          data-testid="passphrase"
          value={passphrase}
          onChange={({ currentTarget }) => change(currentTarget.value)}
          rightSection={
            passphrase === '' ? null : <CopyButton value={passphrase} label={t('encrypt.copy')} />
          }
        />
        <Button
          size="sm"
          variant="default"
          data-testid="make-passphrase"
          leftSection={<IconDice5 size={16} aria-hidden />}
          onClick={() => change(makePassphrase())}
        >
          {t('encrypt.make')}
        </Button>
      </div>
      <Strength level={level} />
      {level === 'weak' && (
        <Checkbox
          size="sm"
          data-testid="accept-weak"
          label={t('encrypt.acceptWeak')}
          checked={isAccepted}
          onChange={({ currentTarget }) => setIsAccepted(currentTarget.checked)}
        />
      )}
      <p className={classes.notStored}>{t('encrypt.notStored')}</p>
      <div className={classes.buttons}>
        <Button
          type="submit"
          size="sm"
          data-testid="start-encrypted"
          disabled={!isReady}
          leftSection={<IconLock size={16} aria-hidden />}
        >
          {t('encrypt.start')}
        </Button>
        <Button size="sm" variant="subtle" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

const SHARE = { unusable: 0, refused: 1, weak: 2, good: 3, strong: 4 } as const;
const STEPS = [1, 2, 3, 4];

function Strength({ level }: { readonly level: PassphraseLevel | null }) {
  const { t } = useTranslation();
  const reached = level ? SHARE[level] : 0;
  return (
    <div className={classes.strength} data-testid="passphrase-level" data-level={level ?? ''}>
      <div className={classes.bar} aria-hidden>
        {STEPS.map((step) => (
          <span key={step} data-on={step <= reached} />
        ))}
      </div>
      {level && <div>{t(`encrypt.level.${level}`)}</div>}
      <LiveMessage text={level ? `${t('encrypt.strength')}: ${t(`encrypt.level.${level}`)}` : ''} />
      <div className="osmotr-muted">{t('encrypt.rate')}</div>
    </div>
  );
}
