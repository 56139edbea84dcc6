import { Button, Group, Progress, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportActivity, TimestampOutcome } from '@/utils/domain/activity';
import type { ErrorRecord } from '@/utils/errors';
import type { BugEnvironment } from '../ui/bug-report';
import { ErrorNotice } from '../ui/ErrorNotice';
import { HashText } from '../ui/HashText';
import { LiveMessage } from '../ui/LiveMessage';
import { useFormat } from '../ui/use-format';
import { useRemaining } from '../ui/use-remaining';
import classes from './export.module.css';

export type WorkState = 'idle' | 'working' | 'done' | 'failed';

export interface ExportStatusProps {
  readonly state: WorkState;
  readonly activity: ExportActivity | null;
  /** Set if the export failed, or could not be started. */
  readonly error: ErrorRecord | null;
  readonly environment: BugEnvironment;
  readonly onCancel: () => void;
}

/** How an export goes, and what came of it. */
export function ExportStatus({ state, activity, error, environment, onCancel }: ExportStatusProps) {
  const { t } = useTranslation();
  const phase = activity?.phase;
  const isCancelled = error?.code === 'export-cancelled';
  const failed = t(isCancelled ? 'export.cancelled' : 'export.failed');
  const texts = {
    idle: '',
    working: phase ? `${t('export.working')}: ${t(`export.${phase}`)}` : t('export.working'),
    done: t(activity?.container ? 'export.doneEncrypted' : 'export.done'),
    failed,
  };
  return (
    <div data-testid="export-status" data-state={state}>
      <LiveMessage text={texts[state]} />
      {state === 'working' && <ExportProgress activity={activity} onCancel={onCancel} />}
      {state === 'done' && activity && <ExportResult activity={activity} />}
      {state === 'failed' && isCancelled && (
        <div className={classes.cancelled}>
          <strong>{failed}.</strong> {t('error.export-cancelled')}
        </div>
      )}
      {state === 'failed' && error && !isCancelled && (
        <ErrorNotice error={error} environment={environment} title={failed} />
      )}
    </div>
  );
}

interface ProgressProps {
  readonly activity: ExportActivity | null;
  readonly onCancel: () => void;
}

function ExportProgress({ activity, onCancel }: ProgressProps) {
  const { t } = useTranslation();
  const { bytes } = useFormat();
  const phase = activity?.phase ?? null;
  const { doneBytes = 0, totalBytes = 0 } = activity ?? {};
  const [isAsked, setIsAsked] = useState(false);
  const isCounted = phase !== 'compose' && totalBytes > 0;
  const remaining = useRemaining(phase ?? '', doneBytes, isCounted ? totalBytes : 0);
  return (
    <Stack gap={4} fz="sm">
      <span>
        {phase ? t(`export.${phase}`) : t('export.queued')}
        {isCounted && (
          <span className="osmotr-muted" aria-hidden>
            {' '}
            {t('export.progress', { done: bytes(doneBytes), total: bytes(totalBytes) })}
            {remaining && ` · ${remaining}`}
          </span>
        )}
      </span>
      <Progress
        size="sm"
        aria-label={t('export.working')}
        value={isCounted ? (doneBytes / totalBytes) * 100 : 100}
        animated={!isCounted}
        striped={!isCounted}
      />
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <span className="osmotr-muted" style={{ fontSize: 12 }}>
          {t('export.keepOpen')}
        </span>
        <Button
          size="compact-xs"
          variant="subtle"
          className={classes.cancel}
          data-testid="cancel-export"
          disabled={!activity || isAsked}
          onClick={() => {
            setIsAsked(true);
            onCancel();
          }}
        >
          {t('export.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

function ExportResult({ activity }: { readonly activity: ExportActivity }) {
  const { t } = useTranslation();
  const { bytes, timestamp } = useFormat();
  const { bundle, container, startedAt } = activity;
  const saved = container ?? bundle;
  return (
    <div className={classes.result}>
      <strong>{t(container ? 'export.doneEncrypted' : 'export.done')}</strong>
      <div className="osmotr-mono osmotr-break">{saved?.fileName}</div>
      <div className="osmotr-muted">
        {saved && `${bytes(saved.bytes)} · `}
        {t('export.startedAt', { time: timestamp(startedAt) })}
      </div>
      {activity.timestamp && <Timestamp outcome={activity.timestamp} />}
      {container && (
        <div>
          <div className="osmotr-muted">{t('export.containerHash')}</div>
          <HashText sha256={container.sha256} testId="container-sha256" />
        </div>
      )}
      {bundle && (
        <div>
          <div className="osmotr-muted">{t(container ? 'export.bundleHash' : 'common.sha256')}</div>
          <HashText sha256={bundle.sha256} testId="bundle-sha256" />
        </div>
      )}
    </div>
  );
}

// The bundle is whole either way: why it has no timestamp is told, not alarmed about.
function Timestamp({ outcome }: { readonly outcome: TimestampOutcome }) {
  const { t } = useTranslation();
  const { timestamp } = useFormat();
  return (
    <div data-testid="export-timestamp" data-ok={outcome.ok}>
      {outcome.ok ? (
        t('export.stamped', { time: timestamp(outcome.time) })
      ) : (
        <>
          <strong>{t('export.notStamped')}.</strong> {t(`error.${outcome.error.code}`)}
        </>
      )}
    </div>
  );
}
