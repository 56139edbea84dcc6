import { Alert, Group } from '@mantine/core';
import { IconAlertTriangle, IconBug } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ErrorRecord } from '@/utils/errors';
import { type BugEnvironment, bugReport } from './bug-report';
import { CopyButton } from './CopyButton';
import { HostileText } from './HostileText';

interface Props {
  readonly error: ErrorRecord;
  readonly environment: BugEnvironment;
  readonly title?: string;
}

/** An error as guidance: what happened, whether anything was lost, what to do. A bug comes with a report to copy. */
export function ErrorNotice({ error, environment, title }: Props) {
  const { t } = useTranslation();
  const isBug = error.code === 'unexpected';
  const facts = Object.entries(error.facts).filter(([, value]) => value !== '');
  return (
    <Alert
      color="red"
      variant="light"
      p="xs"
      title={title ?? (isBug ? t('bug.title') : undefined)}
      icon={isBug ? <IconBug aria-hidden /> : <IconAlertTriangle aria-hidden />}
    >
      {t(`error.${error.code}`)}
      {facts.length > 0 && (
        <div className="osmotr-muted" style={{ fontSize: 12, marginTop: 4 }}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <HostileText text={value} limit={120} />
            </div>
          ))}
        </div>
      )}
      {isBug && (
        <Group gap={4} mt={4} fz="xs">
          {t('bug.copyReport')}
          <CopyButton value={bugReport({ text: error.detail }, environment)} label={t('bug.copyReport')} />
        </Group>
      )}
    </Alert>
  );
}
