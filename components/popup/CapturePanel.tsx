import { Button, Checkbox } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaptureActivity } from '@/utils/domain/activity';
import type { Case } from '@/utils/domain/case';
import type { ErrorRecord } from '@/utils/errors';
import { FailedSteps } from '../capture/FailedSteps';
import { StepList } from '../capture/StepList';
import type { WorkState } from '../export/ExportStatus';
import type { BugEnvironment } from '../ui/bug-report';
import { ErrorNotice } from '../ui/ErrorNotice';
import { LiveMessage } from '../ui/LiveMessage';
import { CaptureResult, type CaptureResultProps } from './CaptureResult';
import classes from './popup.module.css';

interface Props {
  readonly state: WorkState;
  readonly activity: CaptureActivity | null;
  readonly error: ErrorRecord | null;
  readonly outcome: CaptureResultProps['outcome'] | null;
  /** A capture of another tab goes on. */
  readonly isElsewhere: boolean;
  readonly canCapture: boolean;
  readonly cases: readonly Case[];
  readonly environment: BugEnvironment;
  readonly moveError: ErrorRecord | null;
  /** Scroll the page's inner areas too, this time. */
  readonly panes: boolean;
  readonly onPanes: (panes: boolean) => void;
  readonly onCapture: () => void;
  readonly onMove: (captureId: string, caseId: string) => void;
}

/** The big button, and under it what becomes of the capture. */
export function CapturePanel(props: Props) {
  const { state, activity, error, outcome, environment, canCapture } = props;
  const { t } = useTranslation();
  const liveText = useLiveText(props);
  return (
    <section className={classes.capture}>
      <Button
        fullWidth
        size="md"
        data-testid="capture-page"
        disabled={!canCapture || state === 'working'}
        leftSection={<IconCamera size={20} aria-hidden />}
        onClick={props.onCapture}
      >
        {t('capture.button')}
      </Button>
      <Checkbox
        size="xs"
        data-testid="capture-panes"
        label={t('pictures.panes')}
        description={props.panes ? t('pictures.panesNote') : undefined}
        checked={props.panes}
        disabled={!canCapture || state === 'working'}
        onChange={(event) => props.onPanes(event.currentTarget.checked)}
      />
      <div data-testid="capture-status" data-state={state}>
        <LiveMessage text={liveText} />
        {state === 'idle' && props.isElsewhere && <p className={classes.note}>{t('popup.otherTab')}</p>}
        {state === 'working' && <Working activity={activity} />}
        {state === 'failed' && error && (
          <>
            <ErrorNotice error={error} environment={environment} title={t('capture.failed')} />
            {activity && <FailedSteps steps={activity.steps} saved={false} />}
          </>
        )}
        {state === 'done' && activity && outcome && (
          <CaptureResult
            outcome={outcome}
            steps={activity.steps}
            observer={activity.observer}
            wasLoading={activity.wasLoading}
            cases={props.cases}
            onMove={props.onMove}
          />
        )}
        {props.moveError && <ErrorNotice error={props.moveError} environment={environment} />}
      </div>
    </section>
  );
}

/** What a screen reader is told: one sentence a change, never the whole list again. */
function useLiveText({ state, activity, outcome }: Props): string {
  const { t } = useTranslation();
  if (state === 'working') {
    return activity?.step ? `${t('capture.working')}: ${t(`step.${activity.step}`)}` : t('capture.working');
  }
  if (state === 'failed') return t('capture.failed');
  if (state !== 'done' || !outcome) return '';
  const { complete, indicatorCount } = outcome.capture;
  return `${complete ? t('capture.done') : t('capture.partly')}. ${t('capture.indicators', { count: indicatorCount })}`;
}

function Working({ activity }: { readonly activity: CaptureActivity | null }) {
  const { t } = useTranslation();
  return (
    <div className={classes.working}>
      <strong>{activity?.state === 'queued' ? t('capture.queued') : t('capture.working')}</strong>
      <StepList steps={activity?.steps ?? []} running={activity?.step ?? null} />
      <p className={classes.note}>{t('capture.keepOpen')}</p>
    </div>
  );
}
