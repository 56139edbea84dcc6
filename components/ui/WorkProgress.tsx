import { Button, Group, Progress, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from './use-format';
import { useRemaining } from './use-remaining';

interface Props {
  readonly label: string;
  readonly doneBytes: number;
  /** Zero: not counted. */
  readonly totalBytes: number;
  readonly onCancel: () => void;
  readonly cancelTestId?: string;
}

/** Long work: what is done now, how far it is, how long it will take, and the way out. */
export function WorkProgress({
  label,
  doneBytes,
  totalBytes,
  onCancel,
  cancelTestId = 'cancel-work',
}: Props) {
  const { t } = useTranslation();
  const { bytes } = useFormat();
  const remaining = useRemaining(label, doneBytes, totalBytes);
  const isCounted = totalBytes > 0;
  return (
    <Stack gap={4} fz="sm">
      <span>
        {label}
        {isCounted && (
          <span className="osmotr-muted" aria-hidden>
            {' '}
            {t('export.progress', { done: bytes(doneBytes), total: bytes(totalBytes) })}
          </span>
        )}
      </span>
      <Progress
        size="sm"
        aria-label={label}
        value={isCounted ? (doneBytes / totalBytes) * 100 : 100}
        animated={!isCounted}
        striped={!isCounted}
      />
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <span className="osmotr-muted">{remaining}</span>
        <Button size="compact-xs" variant="subtle" data-testid={cancelTestId} onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
