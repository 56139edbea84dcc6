import { ActionIcon } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly value: string;
  readonly label: string;
}

/** Puts `value` on the clipboard and says so, or that the browser refused. */
export function CopyButton({ value, label }: Props) {
  const { t } = useTranslation();
  const { copied, error, copy } = useClipboard({ timeout: 2000 });
  const name = error ? t('common.notCopied') : copied ? t('common.copied') : label;
  const Sign = error ? IconX : copied ? IconCheck : IconCopy;
  return (
    <>
      <ActionIcon variant="subtle" size="sm" aria-label={name} title={name} onClick={() => copy(value)}>
        <Sign size={14} aria-hidden />
      </ActionIcon>
      {error && <span role="alert">{name}</span>}
    </>
  );
}
