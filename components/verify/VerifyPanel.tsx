import { Button, Progress } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verification } from '@/utils/domain/verification';
import { HostileText } from '../ui/HostileText';
import { LiveMessage } from '../ui/LiveMessage';
import { Notice } from '../ui/Notice';
import { useRemaining } from '../ui/use-remaining';
import { DropZone } from './DropZone';
import { Report } from './Report';
import { useReportView } from './use-report-view';
import classes from './verify.module.css';

interface Props {
  readonly verification: Verification;
  readonly onFile: (file: File) => void;
  readonly onCancel: () => void;
  /** What can be done with a bundle whose report is shown. */
  readonly footer: ReactNode;
}

/** A bundle is dropped here, and its report is shown: the same as in the bundle's own `verify.html`. */
export function VerifyPanel({ verification, onFile, onCancel, footer }: Props) {
  const { t } = useTranslation();
  const view = useReportView(verification);
  const { state } = verification;
  const said = {
    idle: '',
    working: t('verify.working'),
    failed: `${t('verify.failed')}. ${t('verify.failedText')}`,
    done: view ? `${view.title}. ${view.text}` : '',
  };
  return (
    <div className={classes.panel}>
      <header>
        <h1>{t('verify.title')}</h1>
        <p className={`osmotr-muted ${classes.intro}`}>{t('verify.intro')}</p>
      </header>
      <DropZone
        isCompact={state === 'working' || state === 'done'}
        isAgain={state === 'done'}
        onFile={onFile}
      />
      <LiveMessage text={said[state]} />
      <section
        data-testid="verify-status"
        data-state={state}
        data-verdict={view ? (view.ok ? 'good' : 'bad') : undefined}
      >
        {verification.state === 'working' && <Working {...verification} onCancel={onCancel} />}
        {verification.state === 'failed' && (
          <Notice title={t('verify.failed')} icon={<IconAlertTriangle size={18} />}>
            {t('verify.failedText')}
            <div className="osmotr-mono">{verification.detail}</div>
          </Notice>
        )}
        {view && <Report view={view} />}
      </section>
      {footer}
    </div>
  );
}

interface WorkingProps {
  readonly fileName: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
  readonly onCancel: () => void;
}

function Working({ fileName, doneBytes, totalBytes, onCancel }: WorkingProps) {
  const { t } = useTranslation();
  const remaining = useRemaining(fileName, doneBytes, totalBytes);
  const percent = Math.floor((doneBytes / Math.max(1, totalBytes)) * 100);
  return (
    <div className={classes.working}>
      <HostileText text={fileName} limit={160} />
      <Progress value={percent} size="sm" aria-label={t('verify.working')} />
      <div className={classes.workingFoot}>
        <span className="osmotr-muted">
          {t('verify.progress', { percent: String(percent) })}
          {remaining && ` · ${remaining}`}
        </span>
        <Button size="xs" variant="default" data-testid="verify-cancel" onClick={onCancel}>
          {t('verify.cancel')}
        </Button>
      </div>
    </div>
  );
}
