import { ActionIcon } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly value: string;
  readonly label: string;
}

/** Puts `value` on the clipboard and says so. */
export function CopyButton({ value, label }: Props) {
  const { t } = useTranslation();
  const { copied, copy } = useClipboard({ timeout: 2000 });
  const name = copied ? t('common.copied') : label;
  return (
    <ActionIcon variant="subtle" size="sm" aria-label={name} title={name} onClick={() => copy(value)}>
      {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
    </ActionIcon>
  );
}
