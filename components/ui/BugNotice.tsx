import { Button, Group } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconBug } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type BugEnvironment, bugReport } from './bug-report';
import { Notice } from './Notice';

interface Props {
  readonly text: string;
  readonly stack?: string | undefined;
  readonly environment: BugEnvironment;
}

/** Stands in for a page that has broken: what to do, and the report as it will be copied. */
export function BugNotice({ text, stack, environment }: Props) {
  const { t } = useTranslation();
  const { copied, error, copy } = useClipboard({ timeout: 2000 });
  const report = bugReport({ text, stack }, environment);
  return (
    <Notice title={t('bug.title')} icon={<IconBug size={18} />}>
      <p style={{ marginTop: 0 }}>{t('error.unexpected')}</p>
      <Group gap="xs">
        <Button size="xs" onClick={() => copy(report)}>
          {copied ? t('common.copied') : t(error ? 'common.notCopied' : 'bug.copyReport')}
        </Button>
        <Button size="xs" variant="default" onClick={() => location.reload()}>
          {t('bug.reload')}
        </Button>
      </Group>
      <div className="osmotr-muted">{t('bug.report')}</div>
      <pre className="osmotr-mono" style={{ fontSize: 11, whiteSpace: 'pre-wrap' }}>
        {report}
      </pre>
    </Notice>
  );
}
