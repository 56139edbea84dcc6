import { useTranslation } from 'react-i18next';
import type { StepRecord } from '@/utils/domain/capture';
import { defangUrls } from '../ui/defang-url';
import { HostileText } from '../ui/HostileText';
import { useNames } from '../ui/use-names';
import classes from './capture.module.css';

interface Props {
  readonly steps: readonly StepRecord[];
  /** The capture itself was saved: then the rest of it is safe, and is said to be. */
  readonly saved: boolean;
}

/** The steps that failed, each with its reason; nothing if none did. */
export function FailedSteps({ steps, saved }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const failed = steps.filter(({ outcome }) => outcome === 'failed');
  if (failed.length === 0) return null;
  return (
    <div className={classes.failed}>
      {failed.map(({ name, reason }) => (
        <div key={name}>
          <strong>{names.code('step', name)}</strong>
          {reason && (
            <>
              {': '}
              <StepReason reason={reason} />
            </>
          )}
        </div>
      ))}
      {saved && <div>{t('capture.partlyNote')}</div>}
    </div>
  );
}

/** Why a step gave nothing: in the operative's language where it is a known reason, else in the browser's words. */
export function StepReason({ reason }: { readonly reason: string }) {
  const known = useNames().stepReason(reason);
  return known ? <span>{known}</span> : <HostileText text={defangUrls(reason)} limit={160} />;
}
