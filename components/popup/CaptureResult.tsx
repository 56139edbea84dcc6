import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Capture, ObserverEffect, StepRecord } from '@/utils/domain/capture';
import { type Case, INBOX_CASE_ID } from '@/utils/domain/case';
import { FailedSteps } from '../capture/FailedSteps';
import { FoundIndicators } from '../capture/FoundIndicators';
import type { IndicatorGroup } from '../capture/indicator-groups';
import { LoadingLine } from '../capture/LoadingLine';
import { ObserverLine } from '../capture/ObserverLine';
import { WatchAlert } from '../capture/WatchAlert';
import { type WatchHit, watchedKeys } from '../capture/watch-hits';
import { MoveSelect } from '../casefile/MoveSelect';
import { CaptureThumbnail } from '../ui/CaptureThumbnail';
import { HashText } from '../ui/HashText';
import { useFormat } from '../ui/use-format';
import classes from './popup.module.css';

export interface CaptureResultProps {
  readonly outcome: {
    readonly capture: Capture;
    readonly thumbnail: Blob | null;
    readonly groups: readonly IndicatorGroup[];
    readonly hits: readonly WatchHit[];
  };
  readonly steps: readonly StepRecord[];
  readonly observer: ObserverEffect | undefined;
  readonly wasLoading: boolean | undefined;
  readonly cases: readonly Case[];
  readonly onMove: (captureId: string, caseId: string) => void;
}

/** A saved capture: its picture, what was found, its hash, and what could not be had. */
export function CaptureResult({ outcome, steps, observer, wasLoading, cases, onMove }: CaptureResultProps) {
  const { t } = useTranslation();
  const { timestamp } = useFormat();
  const { capture, thumbnail, groups, hits } = outcome;
  return (
    <div className={classes.result}>
      <WatchAlert hits={hits} />
      <div className={classes.resultHead}>
        <CaptureThumbnail blob={thumbnail} host={capture.host} width={96} height={72} />
        <div>
          <div className={classes.verdict} data-complete={capture.complete}>
            {capture.complete ? (
              <IconCircleCheck size={16} aria-hidden />
            ) : (
              <IconAlertTriangle size={16} aria-hidden />
            )}
            <strong>{capture.complete ? t('capture.done') : t('capture.partly')}</strong>
          </div>
          <div className="osmotr-muted">
            {t('capture.number', { number: capture.number })} · {timestamp(capture.startedAt)}
          </div>
          <strong>{t('capture.indicators', { count: capture.indicatorCount })}</strong>
        </div>
      </div>
      {wasLoading && <LoadingLine />}
      {observer && <ObserverLine observer={observer} onlyNoticed />}
      <FailedSteps steps={steps} saved />
      {capture.caseId === INBOX_CASE_ID && cases.length > 0 && (
        <MoveSelect cases={cases} onMove={(caseId) => onMove(capture.id, caseId)} />
      )}
      <FoundIndicators groups={groups} watched={watchedKeys(hits)} />
      <div>
        <div className="osmotr-muted">{t('capture.hash')}</div>
        <HashText sha256={capture.sha256} testId="capture-result-sha256" />
      </div>
    </div>
  );
}
